// SPDX-License-Identifier: EUPL-1.2
import { type CaseConflictGround, type CaseConflictRulingKind, declareConflict, ruleOnConflict } from '@/api';
import { DateField, isDay, RadioField, TextArea } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { texts as common } from '../../texts';
import { ActDialog, type ActProps } from './ActDialog';
import { texts } from './lawTexts';

const LEAST = 3;
const GROUNDS = ['party', 'representative', 'other_authority', 'other'] as const satisfies readonly CaseConflictGround[];
const RULINGS = ['upheld', 'not_upheld', 'obvious_disregard'] as const satisfies readonly CaseConflictRulingKind[];

/** Tells of a conflict of interest of one's own; the case closes at once. */
export function DeclareConflictDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.declare_conflict}
      initial={{ ground: 'party', note: '' }}
      check={({ note }) => (note.trim().length >= LEAST ? [] : [{ pointer: '/note', message: t.giveConflictNote }])}
      act={({ ground, note }, headers) =>
        declareConflict({ path: { caseId: file.id }, headers, body: { ground: ground as CaseConflictGround, note: note.trim() } })
      }
      done={() => t.declared}
    >
      {({ values, set }) => (
        <>
          <p className="note note--warn">{t.declareWhat}</p>
          <RadioField
            at="/ground"
            label={t.ground}
            options={GROUNDS.map((ground) => ({ value: ground, text: words.conflictGrounds[ground] }))}
            value={values.ground}
            onValue={(value) => set('ground', value)}
          />
          <TextArea
            at="/note"
            label={t.conflictNote}
            maxLength={2000}
            rows={3}
            value={values.note}
            onValue={(value) => set('note', value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** Rules on a declared conflict. */
export function RuleOnConflictDialog({ file, of, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const conflict = file.law?.conflicts.find((each) => each.id === of) ?? file.law?.conflicts.find((each) => !each.ruling);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.rule_on_conflict}
      initial={{ ruling: 'upheld', reason: '', expiresOn: '' }}
      check={({ ruling, reason, expiresOn }) => [
        ...(reason.trim().length >= LEAST ? [] : [{ pointer: '/reason', message: t.giveRulingReason }]),
        ...(ruling !== 'obvious_disregard' || isDay(expiresOn) ? [] : [{ pointer: '/expiresOn', message: t.giveDue }]),
      ]}
      act={({ ruling, reason, expiresOn }, headers) =>
        ruleOnConflict({
          path: { caseId: file.id, conflictId: conflict?.id ?? '' },
          headers,
          body: {
            ruling: ruling as CaseConflictRulingKind,
            reason: reason.trim(),
            expiresOn: ruling === 'obvious_disregard' ? expiresOn : undefined,
          },
        })
      }
      done={() => t.ruled}
    >
      {({ values, set }) => (
        <>
          {conflict && (
            <p>
              {words.conflictOf(conflict.user.displayName)}: {words.conflictGrounds[conflict.ground].toLowerCase()}. {conflict.note}
            </p>
          )}
          <RadioField
            at="/ruling"
            label={t.ruling}
            options={RULINGS.map((ruling) => ({ value: ruling, text: t.rulings[ruling] }))}
            value={values.ruling}
            onValue={(value) => set('ruling', value)}
          />
          <TextArea
            at="/reason"
            label={t.rulingReason}
            maxLength={2000}
            rows={3}
            value={values.reason}
            onValue={(value) => set('reason', value)}
          />
          {values.ruling === 'obvious_disregard' && (
            <DateField at="/expiresOn" label={t.expiresOn} value={values.expiresOn} onValue={(value) => set('expiresOn', value)} />
          )}
        </>
      )}
    </ActDialog>
  );
}
