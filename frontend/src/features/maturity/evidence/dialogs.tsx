// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import {
  type CriterionCard,
  type Evidence,
  type EvidenceKind,
  type EvidenceVerdict,
  getEvidence,
  ifMatch,
  judgeEvidence,
  submitEvidence,
} from '@/api';
import { FilesField } from '@/shared/files/FilesField';
import { fileTexts } from '@/shared/files/texts';
import { useSending } from '@/shared/files/useSending';
import { DateField, type Fault, FormDialog, isDay, RadioField, SelectField, TextArea, TextField, useStale } from '@/shared/form';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { assessmentKey } from '../queries';
import { type Board, criterionOf } from '../scorecard/context';
import { texts } from './texts';

/** As the contract has it. */
const MOST_FILES = 5;

type Given = { level: string; kind: string; title: string; description: string; link: string };

/** Submits evidence for a level of a criterion. */
export function SubmitDialog({ board, card, onClose }: { board: Board; card: CriterionCard; onClose: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const queryClient = useQueryClient();
  const files = useTexts(fileTexts);
  const sending = useSending();
  const { assessmentId } = board.scorecard;
  const criterion = criterionOf(board, card);
  return (
    <FormDialog<Given>
      wide
      title={`${t.submit}: ${card.criterion} ${pick(card.name)}`}
      submit={t.submit}
      initial={{ level: '', kind: 'document', title: '', description: '', link: '' }}
      check={({ level, title, description }) => {
        const faults: Fault[] = [];
        if (!level) faults.push({ pointer: '/level', message: t.giveLevel });
        if (!title.trim()) faults.push({ pointer: '/title', message: t.giveTitle });
        if (!description.trim()) faults.push({ pointer: '/description', message: t.giveDescription });
        if (sending.isUnderWay) faults.push({ pointer: '/uploadIds', message: files.onTheirWay });
        if (sending.all.length > MOST_FILES) faults.push({ pointer: '/uploadIds', message: t.fewerFiles(MOST_FILES) });
        return faults;
      }}
      send={async ({ level, kind, title, description, link }) => {
        await submitEvidence({
          path: { assessmentId, criterion: card.criterion },
          body: {
            level: Number(level),
            kind: kind as EvidenceKind,
            title: title.trim(),
            description: description.trim(),
            ...(link.trim() ? { link: link.trim() } : {}),
            uploadIds: sending.uploadIds,
          },
        });
        await queryClient.invalidateQueries({ queryKey: assessmentKey(assessmentId) });
        notify(t.submitted);
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="measure">{t.submitWhat}</p>
          {criterion && criterion.evidenceExamples.length > 0 && (
            <div className="small muted">
              <p>{t.examples}:</p>
              <ul>
                {criterion.evidenceExamples.map((example) => (
                  <li key={pick(example)}>
                    <LocalizedText text={example} />
                  </li>
                ))}
              </ul>
            </div>
          )}
          <SelectField
            at="/level"
            label={t.levelShown}
            empty=""
            value={form.values.level}
            onValue={(level) => form.set('level', level)}
            options={(criterion?.levels ?? []).map(({ level, text }) => ({ value: String(level), text: `${level} ${pick(text)}` }))}
          />
          <RadioField
            at="/kind"
            label={t.kind}
            value={form.values.kind}
            onValue={(kind) => form.set('kind', kind)}
            options={(['document', 'observation', 'interview'] as const).map((value) => ({ value, text: t.kinds[value] }))}
          />
          <TextField at="/title" label={t.title} maxLength={200} value={form.values.title} onValue={(title) => form.set('title', title)} />
          <TextArea
            at="/description"
            label={t.description}
            hint={t.descriptionHint}
            maxLength={2000}
            value={form.values.description}
            onValue={(description) => form.set('description', description)}
          />
          <TextField
            at="/link"
            label={t.link}
            hint={t.linkHint}
            optional
            type="url"
            maxLength={1000}
            value={form.values.link}
            onValue={(link) => form.set('link', link)}
          />
          <FilesField sending={sending} hint={t.filesHint(MOST_FILES)} />
        </>
      )}
    </FormDialog>
  );
}

type Judgement = { verdict: string; comment: string; validUntil: string };

/** Checks another's evidence. */
export function JudgeDialog({ evidence, onClose }: { evidence: Evidence; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const stale = useStale<Evidence>({
    read: evidence,
    fetchNow: async () => (await getEvidence({ path: { evidenceId: evidence.id } })).data,
    compare: (before, now) => [
      {
        label: t.verdict,
        before: before.verdict ? t.verdicts[before.verdict] : t.unchecked,
        now: now.verdict ? t.verdicts[now.verdict] : t.unchecked,
      },
    ],
  });
  return (
    <FormDialog<Judgement>
      title={t.checkWhat}
      submit={t.check}
      stale={stale}
      initial={{ verdict: '', comment: '', validUntil: '' }}
      check={({ verdict, comment, validUntil }) => {
        const faults: Fault[] = [];
        if (!verdict) faults.push({ pointer: '/verdict', message: t.giveVerdict });
        if (!comment.trim()) faults.push({ pointer: '/comment', message: t.giveComment });
        if (validUntil && !isDay(validUntil)) faults.push({ pointer: '/validUntil', message: t.giveDay });
        return faults;
      }}
      send={async ({ verdict, comment, validUntil }) => {
        await stale.on((seen) =>
          judgeEvidence({
            path: { evidenceId: evidence.id },
            body: { verdict: verdict as EvidenceVerdict, comment: comment.trim(), ...(validUntil ? { validUntil } : {}) },
            headers: ifMatch(seen.version),
          }),
        );
        await queryClient.invalidateQueries({ queryKey: assessmentKey(evidence.assessmentId) });
        notify(t.checked);
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>
            <b>{evidence.title}</b>. {t.about(t.kinds[evidence.kind], evidence.level)}.
          </p>
          <p className="muted">{evidence.description}</p>
          <RadioField
            at="/verdict"
            label={t.verdict}
            value={form.values.verdict}
            onValue={(verdict) => form.set('verdict', verdict)}
            options={(['supports', 'partly', 'contradicts'] as const).map((value) => ({ value, text: t.verdicts[value] }))}
          />
          <TextArea
            at="/comment"
            label={t.comment}
            maxLength={2000}
            value={form.values.comment}
            onValue={(comment) => form.set('comment', comment)}
          />
          <DateField
            at="/validUntil"
            label={t.validUntil}
            hint={t.validHint}
            optional
            value={form.values.validUntil}
            onValue={(validUntil) => form.set('validUntil', validUntil)}
          />
        </>
      )}
    </FormDialog>
  );
}
