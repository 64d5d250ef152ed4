// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { type CriterionCard, type Evidence, listEvidence, useMay } from '@/api';
import { AttachedFiles } from '@/shared/files/AttachedFiles';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, ProblemAlert, Tag } from '@/shared/ui';
import { Level } from '@/shared/ui/levels';
import { assessmentKey } from '../queries';
import type { Board } from '../scorecard/context';
import { JudgeDialog, SubmitDialog } from './dialogs';
import { texts } from './texts';

/** Evidence of a criterion: what there is and how long it counts, submitting, and checking another's. */
export function EvidencePart({ board, card }: { board: Board; card: CriterionCard }) {
  const t = useTexts(texts);
  const may = useMay();
  const { assessmentId } = board.scorecard;
  const [submitting, setSubmitting] = useState(false);
  const [judging, setJudging] = useState<Evidence | null>(null);
  const evidence = usePages(
    [...assessmentKey(assessmentId), 'evidence', card.criterion],
    async (cursor, signal) =>
      (await listEvidence({ path: { assessmentId, criterion: card.criterion }, query: cursor ? { cursor } : {}, signal })).data,
  );
  return (
    <>
      {evidence.error && <ProblemAlert problem={evidence.error} onRetry={evidence.retry} />}
      <ul className="plain sc__evidence">
        {evidence.items.map((one) => (
          <One key={one.id} evidence={one} onJudge={() => setJudging(one)} />
        ))}
      </ul>
      <div className="actbar noprint sc__acts">
        {evidence.hasMore && (
          <Button small busy={evidence.busy} onClick={evidence.more}>
            {t.more}
          </Button>
        )}
        {may('evidence:submit') && board.scorecard.state !== 'decided' && (
          <Button small onClick={() => setSubmitting(true)}>
            {t.submit}
          </Button>
        )}
      </div>
      {submitting && <SubmitDialog board={board} card={card} onClose={() => setSubmitting(false)} />}
      {judging && <JudgeDialog evidence={judging} onClose={() => setJudging(null)} />}
    </>
  );
}

const MOODS = { supports: 'ok', partly: 'info', contradicts: 'alarm' } as const;

function One({ evidence, onJudge }: { evidence: Evidence; onJudge: () => void }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const { verdict, checkedBy, checkedAt, validUntil } = evidence;
  return (
    <li className="sc__decision">
      <p className="small">
        <Level level={evidence.level} /> <b>{evidence.title}</b>{' '}
        {verdict && validUntil ? (
          <Tag mood={evidence.expired ? 'warn' : MOODS[verdict]}>
            {t.verdicts[verdict]}, {evidence.expired ? t.expired(date(validUntil)) : t.until(date(validUntil))}
          </Tag>
        ) : (
          <Tag mood="warn">{t.unchecked}</Tag>
        )}
      </p>
      <p className="small">{evidence.description}</p>
      {evidence.files.length > 0 && <AttachedFiles at={`/api/v1/evidence/${evidence.id}`} files={evidence.files} />}
      {evidence.comment && <p className="small muted">{evidence.comment}</p>}
      <p className="small muted sc__by">
        {t.about(t.kinds[evidence.kind], evidence.level)}. {t.submittedBy(evidence.submittedBy.displayName, date(evidence.submittedAt))}.
        {checkedBy && checkedAt && ` ${t.checkedBy(checkedBy.displayName, date(checkedAt))}.`}
        {evidence.earlier > 0 && ` ${t.earlier(evidence.earlier)}.`}
      </p>
      {(evidence.link || evidence.mayJudge) && (
        <div className="actbar iv__acts">
          {evidence.link && (
            <a className="small" href={evidence.link} target="_blank" rel="noopener noreferrer">
              {t.open}
              <span className="vh">
                {' '}
                {evidence.title}, {t.opensNew}
              </span>
            </a>
          )}
          {evidence.mayJudge && (
            <Button small onClick={onJudge}>
              {verdict ? t.checkAgain : t.check}
              <span className="vh"> {evidence.title}</span>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
