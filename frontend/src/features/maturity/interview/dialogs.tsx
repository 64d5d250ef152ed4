// SPDX-License-Identifier: EUPL-1.2
import { completeInterview, holdInterview, type Interview, ifMatch, recordInterviewConsent, withdrawInterview } from '@/api';
import { CheckField, DateField, FormDialog, isDay, TextField } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { useTakeIn } from './queries';
import { texts } from './texts';

type Props = { interview: Interview; onClose: () => void };

/** What the person agreed to. */
export function ConsentDialog({ interview, onClose }: Props) {
  const t = useTexts(texts);
  const today = useToday();
  const takeIn = useTakeIn();
  const { consent } = interview;
  return (
    <FormDialog
      title={consent ? t.consentAgain : t.consentRecord}
      initial={{ quotes: consent?.quotes ?? true, archiving: consent?.archiving ?? false, givenOn: consent?.givenOn ?? today }}
      check={({ givenOn }) => (isDay(givenOn) ? [] : [{ pointer: '/givenOn', message: t.giveDay }])}
      send={async (body) => {
        const { data } = await recordInterviewConsent({
          path: { interviewId: interview.id },
          body,
          headers: ifMatch(interview.version),
        });
        await takeIn(data);
        notify(t.consentSaved);
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="muted">{t.consentSay}</p>
          <CheckField
            at="/quotes"
            label={t.consentQuotes}
            checked={form.values.quotes}
            onChecked={(quotes) => form.set('quotes', quotes)}
            {...(interview.quoteCount > 0 && !form.values.quotes ? { hint: t.consentErases } : {})}
          />
          <CheckField
            at="/archiving"
            label={t.consentArchiving}
            checked={form.values.archiving}
            onChecked={(archiving) => form.set('archiving', archiving)}
          />
          <DateField
            at="/givenOn"
            label={t.consentGivenOn}
            lean="behind"
            value={form.values.givenOn}
            onValue={(givenOn) => form.set('givenOn', givenOn)}
          />
        </>
      )}
    </FormDialog>
  );
}

/** It has been held. */
export function HoldDialog({ interview, onClose }: Props) {
  const t = useTexts(texts);
  const today = useToday();
  const takeIn = useTakeIn();
  return (
    <FormDialog
      title={t.hold}
      submit={t.saveChange}
      initial={{ heldOn: today }}
      check={({ heldOn }) => (isDay(heldOn) ? [] : [{ pointer: '/heldOn', message: t.giveDay }])}
      send={async (body) => {
        const { data } = await holdInterview({ path: { interviewId: interview.id }, body, headers: ifMatch(interview.version) });
        await takeIn(data);
        notify(t.heldNow);
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="muted">{t.holdWhat}</p>
          <DateField
            at="/heldOn"
            label={t.heldOn}
            lean="behind"
            value={form.values.heldOn}
            onValue={(heldOn) => form.set('heldOn', heldOn)}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Each quote is coded; what becomes of the notes is said first. */
export function CompleteDialog({ interview, onClose }: Props) {
  const t = useTexts(texts);
  const takeIn = useTakeIn();
  return (
    <FormDialog
      title={t.complete}
      initial={{}}
      send={async () => {
        const { data } = await completeInterview({ path: { interviewId: interview.id }, headers: ifMatch(interview.version) });
        await takeIn(data);
        notify(t.completed);
      }}
      onClose={onClose}
    >
      {() => <p>{interview.consent?.archiving ? t.completeKeeps : t.completeErases}</p>}
    </FormDialog>
  );
}

/** The consent is withdrawn: everything that was said is erased. */
export function WithdrawDialog({ interview, onClose }: Props) {
  const t = useTexts(texts);
  const takeIn = useTakeIn();
  return (
    <FormDialog
      title={t.withdraw}
      look="danger"
      initial={{ word: '' }}
      check={({ word }) => (word.trim().toLocaleLowerCase('sv') === t.withdrawWord ? [] : [{ pointer: '/word', message: t.giveWithdraw }])}
      send={async () => {
        const { data } = await withdrawInterview({ path: { interviewId: interview.id }, headers: ifMatch(interview.version) });
        await takeIn(data);
        notify(t.withdrawn);
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t.withdrawWhat}</p>
          <TextField
            at="/word"
            label={t.withdrawLabel}
            autoComplete="off"
            value={form.values.word}
            onValue={(word) => form.set('word', word)}
          />
        </>
      )}
    </FormDialog>
  );
}
