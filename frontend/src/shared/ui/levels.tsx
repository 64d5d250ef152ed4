// SPDX-License-Identifier: EUPL-1.2
import { defineTexts, useTexts } from '../i18n/texts';
import { Icon } from './Icon';

const texts = defineTexts(
  {
    level: (level: number) => `nivå ${level}`,
    none: 'ej beslutad',
    step: (from: number, to: number) => `från nivå ${from} till nivå ${to}`,
  },
  {
    level: (level: number) => `level ${level}`,
    none: 'not decided',
    step: (from: number, to: number) => `from level ${from} to level ${to}`,
  },
);

/** A maturity level as its figure; the colour only repeats it. Absent = not decided. */
export function Level({ level }: { level: number | undefined }) {
  const t = useTexts(texts);
  if (level === undefined) {
    return (
      <span className="lvl lvl--none">
        <span aria-hidden="true">–</span>
        <span className="vh">{t.none}</span>
      </span>
    );
  }
  return (
    <span className={`lvl lvl--${level}`}>
      <span className="vh">{t.level(level)}</span>
      <span aria-hidden="true">{level}</span>
    </span>
  );
}

/** Where something stands and where it is going. */
export function LevelStep({ from, to }: { from: number | undefined; to: number }) {
  const t = useTexts(texts);
  return (
    <span className="lvlstep">
      <span aria-hidden="true" className="lvlstep">
        <Level level={from} />
        <Icon name="right" small />
        <Level level={to} />
      </span>
      <span className="vh">{from === undefined ? t.level(to) : t.step(from, to)}</span>
    </span>
  );
}

/** The code of a criterion in the hue of its perspective; the letters say the same. */
export function CriterionCode({ code }: { code: string }) {
  return <span className={`pcode p-${code.replace(/\d.*$/, '')}`}>{code}</span>;
}
