// SPDX-License-Identifier: EUPL-1.2
import type { ReportContent, ReportNyttogap } from '@/api';
import { caseWords } from '@/shared/caseWords';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { CriterionCode } from '@/shared/ui/levels';
import { texts } from '../texts';
import { OwnWords } from './OwnWords';
import { SourceRefs } from './Sources';

/** Why, for who has a minute: what costs time, and in a sentence each what the groups and the benefit gap (nyttogap) say. */
export function Why({ content, words }: { content: ReportContent; words: string | undefined }) {
  const t = useTexts(texts);
  const { nyttogap, roleGaps } = content;
  return (
    <section aria-labelledby="why">
      <h2 id="why">{t.why}</h2>
      <OwnWords text={words} />
      {content.frictions.length === 0 ? <p className="muted">{t.noFrictions}</p> : <Frictions content={content} />}
      <p>
        {roleGaps.length > 0 && `${t.gapsInShort(roleGaps.length)} `}
        {nyttogap && <Shares gap={nyttogap} />}
      </p>
    </section>
  );
}

/** Why, in full: where the groups see different things, and the benefit gap pair by pair. */
export function Differences({ content, words, ofGap }: { content: ReportContent; words: string | undefined; ofGap: string | undefined }) {
  const t = useTexts(texts);
  const pick = usePick();
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{t.groupsDiffer}</h2>
      <OwnWords text={words} />
      {content.roleGaps.length === 0 ? (
        <p className="muted">{t.noGaps}</p>
      ) : (
        <ul className="gaps">
          {content.roleGaps.map((gap) => (
            <li key={`${gap.criterion}${gap.higherGroup}${gap.lowerGroup}`}>
              <CriterionCode code={gap.criterion} /> <LocalizedText text={gap.name} />:{' '}
              <b>{t.roleGap(pick(gap.higherGroupName), gap.steps, pick(gap.lowerGroupName).toLowerCase())}</b>
              <SourceRefs ids={gap.sourceIds} />
            </li>
          ))}
        </ul>
      )}
      {content.nyttogap && <Gap gap={content.nyttogap} words={ofGap} />}
    </section>
  );
}

function Frictions({ content }: { content: ReportContent }) {
  const t = useTexts(texts);
  const own = useTexts(caseWords).activities as Record<string, string | undefined>;
  const { percent, number, duration } = useFormats();
  // Events of our own cases have words; activities of an imported log are written as the log writes them.
  const name = (activity: string) => own[activity] ?? activity;
  return (
    <ol>
      {content.frictions.map((friction) => {
        const where =
          friction.edgeFrom && friction.edgeTo
            ? `${name(friction.edgeFrom)} → ${name(friction.edgeTo)}`
            : friction.activity && name(friction.activity);
        return (
          <li key={friction.rank}>
            <b>{t.kinds[friction.kind as keyof typeof t.kinds] ?? friction.kind}</b>
            {where && ` (${where})`}
            {': '}
            {t.frictionFigures(
              percent(friction.shareOfLeadTime),
              number(friction.cases, 0),
              number(friction.n, 0),
              duration(friction.medianSeconds),
            )}
            .
            <SourceRefs ids={friction.sourceIds} />
          </li>
        );
      })}
    </ol>
  );
}

const WIDEST = 6;

function Shares({ gap }: { gap: ReportNyttogap }) {
  const t = useTexts(texts);
  const { percent, number } = useFormats();
  if (gap.digitalIn === undefined || gap.digitalThroughout === undefined) return null;
  return (
    <>
      {t.nyttogapShares(percent(gap.digitalIn), percent(gap.digitalThroughout), number(gap.percentagePoints ?? 0))}
      <SourceRefs ids={gap.sourceIds} />
    </>
  );
}

function Gap({ gap, words }: { gap: ReportNyttogap; words: string | undefined }) {
  const t = useTexts(texts);
  const behind = gap.pairs.filter((pair) => pair.gap > 0).slice(0, WIDEST);
  return (
    <>
      <h3>{t.nyttogap}</h3>
      <OwnWords text={words} />
      <p>
        <Shares gap={gap} />
      </p>
      {gap.totalSteps !== undefined && gap.totalSteps > 0 && (
        <p>
          {t.nyttogapSteps(gap.totalSteps)}
          <SourceRefs ids={gap.sourceIds} />
        </p>
      )}
      {gap.pairs.length === 0 && <p className="muted">{t.noPairs}</p>}
      {behind.length > 0 && (
        <table className="table table--dense">
          <caption className="vh">{t.nyttogap}</caption>
          <thead>
            <tr>
              <th scope="col">{t.pair}</th>
              <th scope="col">{t.against}</th>
              <th scope="col" className="num">
                {t.gap}
              </th>
            </tr>
          </thead>
          <tbody>
            {behind.map((pair) => (
              <tr key={`${pair.use}${pair.intake}`}>
                <th scope="row">
                  {pair.use} <LocalizedText text={pair.useName} />
                </th>
                <td>
                  {pair.intake} <LocalizedText text={pair.intakeName} />
                </td>
                <td className="num">
                  <span className="gapbar" aria-hidden="true">
                    {'▮'.repeat(pair.gap)}
                  </span>{' '}
                  {pair.gap}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
