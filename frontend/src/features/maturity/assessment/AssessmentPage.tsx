// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Assessment, AssessmentAct, GroupLink } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Loading, Page, ProblemAlert } from '@/shared/ui';
import { assessmentQuery, useEventLogs } from '../queries';
import { scopeInWords } from '../scope';
import { ASSESSMENT_STATES, words as catalogue } from '../words';
import { ConfirmDialog } from './ConfirmDialog';
import { GroupLinks } from './GroupLinks';
import { GroupProgressTable } from './GroupProgressTable';
import { LettersPart } from './LettersPart';
import { OpenSurveyDialog } from './OpenSurveyDialog';
import { TimelinePart } from './TimelinePart';
import { texts } from './texts';
import '../maturity.css';

/** How often the progress is asked for while the survey is open. */
const PROGRESS_MS = 30_000;

/** One assessment: how far it has come, what is next, its survey and its results. */
export function AssessmentPage() {
  const t = useTexts(texts);
  const pick = usePick();
  const words = useTexts(catalogue);
  const { assessmentId = '' } = useParams({ strict: false });
  const assessment = useQuery({
    ...assessmentQuery(assessmentId),
    refetchInterval: ({ state: { data } }) => (data?.state === 'collecting' ? PROGRESS_MS : false),
  });
  const { data } = assessment;
  // One page from the first moment, so that focus stays on its heading while the content comes.
  return (
    <Page
      title={data?.name ?? words.assessment}
      {...(data ? { purpose: t.purpose(scopeInWords(data, words, pick), data.periodFrom, data.periodTo) } : {})}
      crumbs={[{ text: words.maturity, to: '/maturity' }]}
      actions={
        data &&
        mayDo(data, 'change') && (
          <Link to="/maturity/$assessmentId/change" params={{ assessmentId: data.id }} className={buttonClass()}>
            {t.change}
          </Link>
        )
      }
    >
      {data ? (
        <Content assessment={data} />
      ) : assessment.error ? (
        <ProblemAlert problem={assessment.error} onRetry={() => void assessment.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

const mayDo = (assessment: Assessment, act: AssessmentAct) => assessment.acts.some((one) => one.act === act && one.possible);

type Asking = 'open_survey' | 'close_survey' | 'complete' | null;

function Content({ assessment }: { assessment: Assessment }) {
  const [asking, setAsking] = useState<Asking>(null);
  // Links are shown once, right after they were made; nothing but this page holds them.
  const [links, setLinks] = useState<readonly GroupLink[]>([]);
  return (
    <>
      <Steps state={assessment.state} />
      <Next assessment={assessment} onAsk={setAsking} />
      {links.length > 0 && <GroupLinks links={links} groups={assessment.groups} onSaved={() => setLinks([])} />}
      <TimelinePart assessment={assessment} />
      <Survey assessment={assessment} onAsk={setAsking} onLinks={setLinks} hasLinks={links.length > 0} />
      <Interviews assessment={assessment} />
      {assessment.state !== 'planned' && <Results assessment={assessment} />}
      <About assessment={assessment} />
      {asking === 'open_survey' && <OpenSurveyDialog assessment={assessment} onLinks={setLinks} onClose={() => setAsking(null)} />}
      {(asking === 'close_survey' || asking === 'complete') && (
        <ConfirmDialog assessment={assessment} act={asking} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** Where in its life it is. */
function Steps({ state }: { state: Assessment['state'] }) {
  const t = useTexts(texts);
  const now = ASSESSMENT_STATES.indexOf(state);
  return (
    <ol className="steps" aria-label={t.steps}>
      {ASSESSMENT_STATES.map((one, at) => {
        const isDone = at < now || state === 'decided';
        return (
          <li
            key={one}
            className={['steps__one', isDone && 'steps__done', at === now && 'steps__now'].filter(Boolean).join(' ')}
            aria-current={at === now ? 'step' : undefined}
          >
            {t.stepNames[one]}
            {isDone && <span className="vh">, {t.stepDone}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** What is next, and the button for it where the reader can do it. */
function Next({ assessment, onAsk }: { assessment: Assessment; onAsk: (act: Asking) => void }) {
  const t = useTexts(texts);
  const { next, acts } = assessment;
  const act = acts.find((one) => one.act === next.act);
  return (
    <section className="panel panel--ground nextup">
      <div>
        <h2>{t.next}</h2>
        <p className="nextup__text">
          <LocalizedText text={next.text} />
        </p>
        {act && !act.possible && act.reason && (
          <p className="small muted">
            <LocalizedText text={act.reason} />
          </p>
        )}
      </div>
      <NextButton assessment={assessment} possible={act?.possible ?? false} onAsk={onAsk} />
    </section>
  );
}

function NextButton({ assessment, possible, onAsk }: { assessment: Assessment; possible: boolean; onAsk: (act: Asking) => void }) {
  const t = useTexts(texts);
  const { act } = assessment.next;
  if (act === 'decide_level' || act === 'propose_level' || (act === 'none' && assessment.state !== 'planned')) {
    return (
      <Link to="/maturity/$assessmentId/scorecard" params={{ assessmentId: assessment.id }} className={buttonClass('primary')}>
        {t.toScorecard}
      </Link>
    );
  }
  if (!possible) return null;
  if (act === 'open_survey' || act === 'close_survey' || act === 'complete') {
    const text = { open_survey: t.open, close_survey: t.close, complete: t.complete }[act];
    return (
      <Button look="primary" onClick={() => onAsk(act)}>
        {text}
      </Button>
    );
  }
  return null;
}

type SurveyProps = {
  assessment: Assessment;
  onAsk: (act: Asking) => void;
  onLinks: (links: readonly GroupLink[]) => void;
  hasLinks: boolean;
};

/** The survey: whether it is open, how many of each group have answered, and the ways in. */
function Survey({ assessment, onAsk, onLinks, hasLinks }: SurveyProps) {
  const t = useTexts(texts);
  const { moment, longDate } = useFormats();
  const { survey } = assessment;
  const mayClose = mayDo(assessment, 'close_survey');
  return (
    <section className="section">
      <div className="sechead">
        <h2>{t.survey}</h2>
        {mayClose && assessment.next.act !== 'close_survey' && (
          <Button small onClick={() => onAsk('close_survey')}>
            {t.close}
          </Button>
        )}
      </div>
      {!survey && <p className="measure">{t.surveyPlanned}</p>}
      {survey && (
        <p className="measure">
          {survey.closedAt ? t.surveyClosed(moment(survey.closedAt)) : t.surveyOpen(moment(survey.openedAt))}{' '}
          {survey.state === 'open' && survey.closesOn && `${t.surveyLast(longDate(survey.closesOn))} `}
          {survey.openLink ? t.openLinkYes : t.openLinkNo}
          {survey.openLink && !hasLinks && mayDo(assessment, 'renew_link') && ` ${t.linksLost}`}
        </p>
      )}
      <GroupProgressTable assessment={assessment} onLinks={onLinks} />
      <LettersPart assessment={assessment} />
    </section>
  );
}

/** The way to the interviews, for those who lead. */
function Interviews({ assessment }: { assessment: Assessment }) {
  const t = useTexts(texts);
  if (!assessment.acts.some((one) => one.act === 'change')) return null;
  return (
    <section className="section">
      <h2>{t.interviews}</h2>
      <p className="measure">
        {t.interviewsWhat}{' '}
        <Link to="/maturity/$assessmentId/interviews" params={{ assessmentId: assessment.id }}>
          {t.toInterviews}
        </Link>
      </p>
    </section>
  );
}

function Results({ assessment }: { assessment: Assessment }) {
  const t = useTexts(texts);
  return (
    <section className="section">
      <h2>{t.results}</h2>
      <p className="measure">
        {assessment.state === 'collecting' ? t.resultsOpen : t.decidedOf(assessment.decidedCount, assessment.criteriaCount)}{' '}
        <Link to="/maturity/$assessmentId/scorecard" params={{ assessmentId: assessment.id }}>
          {t.toScorecard}
        </Link>
      </p>
      {assessment.state !== 'collecting' && (
        <p className="measure">
          {t.workshopsWhat}{' '}
          <Link to="/maturity/$assessmentId/workshops" params={{ assessmentId: assessment.id }}>
            {t.toWorkshops}
          </Link>
        </p>
      )}
    </section>
  );
}

/** What it follows and what it rests on. */
function About({ assessment }: { assessment: Assessment }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { date } = useFormats();
  const logs = useEventLogs();
  const log = logs.data?.find((one) => one.id === assessment.eventLogId);
  return (
    <section className="section">
      <h2>{t.about}</h2>
      <dl className="facts">
        <dt>{t.model}</dt>
        <dd>
          {t.modelName(pick(assessment.model.title), assessment.model.version)}, {t.criteria(assessment.criteriaCount)}
        </dd>
        <dt>{t.askedPerspectives}</dt>
        <dd>{assessment.perspectives.map(({ name }) => pick(name)).join(', ')}</dd>
        <dt>{t.eventLog}</dt>
        <dd>
          {assessment.eventLogId ? (
            log ? (
              <Link to="/friction/$logId" params={{ logId: log.id }}>
                {log.title}
              </Link>
            ) : (
              assessment.eventLogId
            )
          ) : (
            t.noLog
          )}
        </dd>
        <dt>{t.createdBy}</dt>
        <dd>{t.by(assessment.createdBy.displayName, date(assessment.createdAt))}</dd>
        {assessment.survey?.snapshotHash && (
          <>
            <dt>{t.hash}</dt>
            <dd>{assessment.survey.snapshotHash}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
