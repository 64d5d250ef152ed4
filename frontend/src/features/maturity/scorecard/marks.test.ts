// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { GroupRating } from '@/api';
import { flagX, groupMarks, levelX, spanBar } from './marks';

const SCALE = [1, 2, 3, 4, 5];
const rating = (group: GroupRating['group'], level?: number): GroupRating => ({
  group,
  shown: level === undefined ? 'too_few' : 'level',
  ...(level === undefined ? {} : { level }),
});

describe('the line of levels', () => {
  it('puts the lowest level at the left margin, the highest at the right and the rest evenly between', () => {
    expect(SCALE.map((level) => levelX(level, SCALE))).toEqual([34, 102, 170, 238, 306]);
    expect(levelX(0, [0, 1, 2, 3])).toBe(34);
    expect(levelX(3, [0, 1, 2, 3])).toBe(306);
  });

  it('puts groups at one level side by side, centred on it and in the order of the API', () => {
    const marks = groupMarks([rating('ledning', 4), rating('chefer', 2), rating('handlaggare', 2), rating('arkivet', 2)], SCALE);

    expect(marks).toEqual([
      { group: 'ledning', joint: false, x: 238 },
      { group: 'chefer', joint: false, x: 85.5 },
      { group: 'handlaggare', joint: false, x: 102 },
      { group: 'arkivet', joint: false, x: 118.5 },
    ]);
  });

  it('tells a joint placement, and has no mark before there is one', () => {
    expect(
      groupMarks(
        [
          { group: 'arkivet', shown: 'joint', level: 3 },
          { group: 'registratorer', shown: 'joint' },
        ],
        SCALE,
      ),
    ).toEqual([{ group: 'arkivet', joint: true, x: 170 }]);
  });

  it('puts two groups at one level at equal distance from it', () => {
    const marks = groupMarks([rating('handlaggare', 2), rating('administration', 2)], SCALE);

    expect(marks.map(({ x }) => x)).toEqual([93.75, 110.25]);
  });

  it('has no mark for a group that may not be shown', () => {
    expect(groupMarks([rating('ledning'), rating('chefer', 3)], SCALE)).toEqual([{ group: 'chefer', joint: false, x: 170 }]);
  });

  it('draws what is measured from the lowest to the highest level, and nothing where there is none', () => {
    expect(spanBar({ indicators: [], lowestLevel: 1, highestLevel: 3 }, SCALE)).toEqual({ x: 25, width: 154 });
    expect(spanBar({ indicators: [], lowestLevel: 2, highestLevel: 2 }, SCALE)).toEqual({ x: 93, width: 18 });
    expect(spanBar({ indicators: [] }, SCALE)).toBeNull();
  });

  it('moves the flag aside where the target is already reached', () => {
    expect(flagX(4, 2, SCALE)).toBe(234);
    expect(flagX(4, 4, SCALE)).toBe(249);
    expect(flagX(4, undefined, SCALE)).toBe(234);
  });
});
