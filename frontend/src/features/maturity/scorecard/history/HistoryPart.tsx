// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AssessmentHistory, CriterionCard, CriterionHistory, LevelThen } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { ProblemAlert, Source } from '@/shared/ui';
import { ScrollBox } from '@/shared/ui/Table';
import { useWords } from '../../groups';
import { capital } from '../../words';
import type { Board } from '../context';
import { GroupIcon } from '../GroupShape';
import { Level } from '../Level';
import { span } from '../reading';
import { texts as scorecardTexts } from '../texts';
import { LevelsOverTime } from './LevelsOverTime';
import { historyQuery } from './query';
import { historyTexts } from './texts';

/** A criterion over time: levels by date as a picture, in words and as a table; nothing where there is no earlier assessment. */
export function HistoryPart({ board, card }: { board: Board; card: CriterionCard }) {
  const t = useTexts(historyTexts);
  const words = useWords();
  const pick = usePick();
  const history = useQuery(historyQuery(board.scorecard.assessmentId));
  if (history.error) return <ProblemAlert problem={history.error} onRetry={() => void history.refetch()} />;
  const own = history.data?.criteria.find((one) => one.criterion === card.criterion);
  if (!history.data || !own) return null;
  return (
    <section className="sc__over" aria-labelledby={`over-${card.criterion}`}>
      <h3 className="sc__srchead" id={`over-${card.criterion}`}>
        {t.title}
      </h3>
      {own.points.length > 0 && (
        <div className="sc__overgrid">
          <div>
            <p>{t.reading(pick(own.text))}</p>
            <LevelsOverTime points={own.points} scale={board.scale} label={t.reading(pick(own.text))} />
          </div>
          <Then history={history.data} own={own} />
        </div>
      )}
      {own.otherMeaning > 0 && (
        <p className="small muted">{t.otherMeaning(capital(words.number(own.otherMeaning)), own.otherMeaning === 1)}</p>
      )}
      <Source note={{ title: t.title, definition: t.noteDefinition, sample: t.noteSample, source: t.noteSource }} />
    </section>
  );
}

function Then({ history, own }: { history: AssessmentHistory; own: CriterionHistory }) {
  const t = useTexts(historyTexts);
  const s = useTexts(scorecardTexts);
  const { date } = useFormats();
  return (
    <ScrollBox name={t.title}>
      <table className="table table--dense">
        <caption className="vh">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.assessment}</th>
            <th scope="col">{t.decidedOn}</th>
            <th scope="col">{t.level}</th>
            <th scope="col">{t.rated}</th>
            <th scope="col">{t.measured}</th>
            <th scope="col">{t.verified}</th>
          </tr>
        </thead>
        <tbody>
          {[...own.points].reverse().map((point) => (
            <tr key={point.assessmentId}>
              <th scope="row">
                <Link
                  to="/maturity/$assessmentId/scorecard"
                  params={{ assessmentId: point.assessmentId }}
                  search={{ criterion: own.criterion }}
                >
                  {history.assessments.find(({ id }) => id === point.assessmentId)?.name}
                </Link>
              </th>
              <td className="nowrap">{date(point.decidedAt)}</td>
              <td>{point.level === undefined ? t.notApplicable : <Level level={point.level} />}</td>
              <td>
                <Said point={point} />
              </td>
              <td>{measuredSpan(point) ?? s.notMeasured}</td>
              <td>{point.verified ?? s.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const measuredSpan = ({ lowestMeasured, highestMeasured }: LevelThen) =>
  lowestMeasured === undefined || highestMeasured === undefined ? undefined : span(lowestMeasured, highestMeasured);

/** What the groups said then; those that may not be shown in the same words whatever the reason. */
function Said({ point }: { point: LevelThen }) {
  const words = useWords();
  const s = useTexts(scorecardTexts);
  const pick = usePick();
  if (point.rated.length === 0) return s.none;
  return (
    <ul className="plain sc__said">
      {point.rated.map((rating) => (
        <li key={rating.group}>
          <GroupIcon group={rating.group} /> {pick(rating.name)}{' '}
          {rating.shown === 'joint' ? (
            <span className="muted">{rating.level === undefined ? s.notPlaced : s.placedAt(rating.level)}</span>
          ) : rating.level === undefined ? (
            <span className="muted">{words.tooFew}</span>
          ) : (
            <b>{rating.level}</b>
          )}
        </li>
      ))}
    </ul>
  );
}
