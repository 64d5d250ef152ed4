// SPDX-License-Identifier: EUPL-1.2
import type { InterviewStep } from '@/api';

const WIDTH = 380;
const HEIGHT = 180;
const LEFT = 36;
const RIGHT = 72;
const TOP = 12;
const BOTTOM = 150;
/** Two names at the ends of lines need this much room between them. */
const APART = 14;

type Point = { x: number; y: number; nth: number };
type Line = { path: string; points: Point[]; labelY: number };

/** Where the cumulative lines of criteria and themes run, and the marks of the scale. */
export function lines(steps: readonly Pick<InterviewStep, 'criteria' | 'themes'>[]): {
  width: number;
  height: number;
  bottom: number;
  ticks: { value: number; y: number }[];
  criteria: Line;
  themes: Line;
} {
  const most = Math.max(1, ...steps.map(({ themes }) => themes));
  const step = Math.max(1, Math.ceil(most / 4));
  const top = step * Math.ceil(most / step);
  const x = (at: number) => (steps.length === 1 ? (LEFT + WIDTH - RIGHT) / 2 : LEFT + (at * (WIDTH - LEFT - RIGHT)) / (steps.length - 1));
  const y = (value: number) => BOTTOM - (value * (BOTTOM - TOP)) / top;
  const line = (values: readonly number[]): Line => {
    const points = values.map((value, at) => ({ x: x(at), y: y(value), nth: at + 1 }));
    return {
      path: points.map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join(''),
      points,
      labelY: points.at(-1)?.y ?? 0,
    };
  };
  const themes = line(steps.map((one) => one.themes));
  const criteria = line(steps.map((one) => one.criteria));
  if (criteria.labelY - themes.labelY < APART) criteria.labelY = themes.labelY + APART;
  return {
    width: WIDTH,
    height: HEIGHT,
    bottom: BOTTOM,
    ticks: Array.from({ length: top / step + 1 }, (_, at) => ({ value: at * step, y: y(at * step) })),
    criteria,
    themes,
  };
}
