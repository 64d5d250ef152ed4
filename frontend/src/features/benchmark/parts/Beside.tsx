// SPDX-License-Identifier: EUPL-1.2
import type { BenchmarkComparison } from '@/api';
import { Chart } from '@/shared/chart';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Popover } from '@/shared/ui';
import { texts } from '../texts';
import { useFigure, useGroup, useValue } from '../useValue';
import { BandPicture } from './BandPicture';
import { LevelTable } from './LevelTable';

/** One measure beside others: what it says in a sentence, the picture, and what it stands on; or why nothing is shown. */
export function Beside({ comparison }: { comparison: BenchmarkComparison }) {
  const pick = usePick();
  const { measure } = comparison;
  return (
    <article className="bm" aria-label={`${measure.code} ${pick(measure.name)}`}>
      {comparison.state === 'shown' && comparison.band ? (
        <Band comparison={comparison} />
      ) : (
        <>
          <h3>
            <span className="muted">{measure.code}</span> {pick(measure.name)}
          </h3>
          <Without comparison={comparison} />
        </>
      )}
      <Basis comparison={comparison} />
    </article>
  );
}

function Band({ comparison }: { comparison: BenchmarkComparison }) {
  const t = useTexts(texts);
  const pick = usePick();
  const write = useValue();
  const figure = useFigure();
  const group = useGroup();
  const { date, number } = useFormats();
  const { measure, band, cohort, value } = comparison;
  if (!band || !cohort) return null;
  const title = pick(measure.name);
  const shown = (each: number) => write(each, measure.unit);
  const alone = (each: number) => figure(each, measure.unit);
  const reading = t.reading(shown(value), cohort.peers, alone(band.median), alone(band.q1), alone(band.q3));
  const better = t.better[measure.direction as keyof typeof t.better] ?? '';
  const quarter = band.quarter ? t.quarters[String(band.quarter) as keyof typeof t.quarters] : t.noQuarter;
  const rounding = measure.unit === 'share' ? t.shareRounding : shown(band.rounding);
  return (
    <Chart
      level={3}
      title={`${measure.code} ${title}`}
      reading={`${reading} ${better} ${quarter}`}
      name={`jamforelse-${measure.code}-${comparison.year}`}
      write={(each) => shown(each)}
      table={{
        head: [t.who, t.value, t.q1, t.median, t.q3],
        rows: [
          [t.we, value, null, null, null],
          [t.others(cohort.peers), null, band.q1, band.median, band.q3],
        ],
      }}
      note={{
        title,
        definition: `${pick(measure.definition)} ${measure.modelId} ${cohort.modelVersion}.`,
        sample: `${t.sampleNote(cohort.peers, rounding)}${comparison.n === undefined ? '' : ` ${t.ownN(number(comparison.n, 0))}`}`,
        period: String(comparison.year),
        source: t.frozen(date(cohort.frozenAt), cohort.peers, group(comparison), comparison.year),
      }}
    >
      <BandPicture band={band} own={value} unit={measure.unit} name={reading} />
    </Chart>
  );
}

function Without({ comparison }: { comparison: BenchmarkComparison }) {
  const t = useTexts(texts);
  const pick = usePick();
  const write = useValue();
  const { measure, value, state, cohort, levels } = comparison;
  const own = write(value, measure.unit);
  if (state === 'shown' && cohort) {
    const common = levels.filter((level) => level.share === 'over_third').map((level) => t.level(level.level));
    return (
      <>
        <p className="measure">
          {common.length > 0 ? t.levelsReading(own, cohort.peers, common.join(t.and)) : t.levelsSpread(own, cohort.peers)}
        </p>
        <LevelTable levels={levels} own={value} name={pick(measure.name)} />
      </>
    );
  }
  const why = state === 'waiting' ? t.isWaiting : state === 'levels_withheld' ? t.levelsWithheld(cohort?.peers ?? 0) : t.tooFew;
  return (
    <p className="measure">
      <b>{t.ownOnly(own)}</b> {why}
    </p>
  );
}

function Basis({ comparison }: { comparison: BenchmarkComparison }) {
  const t = useTexts(texts);
  const pick = usePick();
  const group = useGroup();
  const { date } = useFormats();
  const { cohort } = comparison;
  if (!cohort) {
    return (
      <p className="small muted bm__basis">
        {group(comparison)}, {comparison.year}
      </p>
    );
  }
  return (
    <div className="small muted bm__basis">
      {t.frozen(date(cohort.frozenAt), cohort.peers, group(comparison), comparison.year)}{' '}
      {comparison.contributionState === 'withdrawn' && `${t.goneFromNext} `}
      <Popover label={t.members} title={t.members}>
        <p>{t.membersNote}</p>
        <ul className="bm__members">
          {cohort.members.map((member) => (
            <li key={pick(member)}>{pick(member)}</li>
          ))}
        </ul>
      </Popover>
    </div>
  );
}
