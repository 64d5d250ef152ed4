// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CaseFile, type CaseSecrecy, ifMatch, markCaseSecrecy, type SecrecyLevel, setCaseCompartments } from '@/api';
import { asProblem } from '@/api/problem';
import { CheckGroup, DateField, FormDialog, isDay, RadioField, TextArea, TextField } from '@/shared/form';
import { useFormats, useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Icon, notify, Tag } from '@/shared/ui';
import { CASE_LISTS, caseQuery, eventsKey } from '../queries';
import { texts as common } from '../texts';
import { compartmentsQuery, secrecyQuery } from './queries';
import { texts } from './texts';

/** Above a case that is open by an opening alone: until when, and that nothing can be done in it. Nothing otherwise. */
export function OnlyReading({ caseId }: { caseId: string }) {
  const t = useTexts(texts);
  const { time } = useFormats();
  const { data } = useQuery(secrecyQuery(caseId));
  if (!data?.readOnlyUntil) return null;
  return <p className="note note--warn">{t.onlyReading(time(data.readOnlyUntil))}</p>;
}

const LEVELS: readonly SecrecyLevel[] = ['open', 'restricted', 'secret', 'strict'];

/** How closed the case is, why, and changing it. */
export function SecrecySection({ file }: { file: CaseFile }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const [act, setAct] = useState<'mark' | 'choose'>();
  const { data } = useQuery(secrecyQuery(file.id));
  if (!data) return null;
  return (
    <section aria-labelledby="secrecy" className="secrecy">
      <h2 id="secrecy">{t.secrecy}</h2>
      <p className="tags">
        <Tag mood={data.level === 'open' ? undefined : 'warn'}>
          {data.level !== 'open' && <Icon name="lock" />} {words.secrecy[data.level]}
        </Tag>
      </p>
      {data.compartments.length > 0 && (
        <p>
          {t.inCompartments}: <b>{data.compartments.map((each) => each.name).join(', ')}</b>
        </p>
      )}
      {data.markings.length === 0 && <p className="muted">{data.level === 'open' ? t.noMarkings : t.notMarkedHere}</p>}
      <ul className="plain">
        {data.markings.map((marking) => (
          <li key={marking.id}>
            <b>{t.marked(words.secrecy[marking.levelBefore], words.secrecy[marking.levelAfter])}</b>
            {marking.provision && (
              <>
                <br />
                {marking.provision}
              </>
            )}
            {marking.note && (
              <>
                <br />
                {marking.note}
              </>
            )}
            <br />
            <span className="small muted">{t.markedBy(marking.markedBy.displayName, marking.markedOn, marking.authority)}</span>
          </li>
        ))}
      </ul>
      {data.mayMark && (
        <div className="row noprint">
          <Button small onClick={() => setAct('mark')}>
            {t.mark}
          </Button>
          <Button small onClick={() => setAct('choose')}>
            {t.choose}
          </Button>
        </div>
      )}
      {act === 'mark' && <MarkDialog file={file} now={data} onClose={() => setAct(undefined)} />}
      {act === 'choose' && <ChooseDialog file={file} now={data} onClose={() => setAct(undefined)} />}
    </section>
  );
}

type Props = { file: CaseFile; now: CaseSecrecy; onClose: () => void };

/** After a marking the case may have closed to oneself: the page then says so by itself. */
function useChanged(file: CaseFile) {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: secrecyQuery(file.id).queryKey }),
      queryClient.invalidateQueries({ queryKey: eventsKey(file.id) }),
      queryClient.invalidateQueries({ queryKey: CASE_LISTS }),
    ]);
    try {
      await queryClient.fetchQuery({ ...caseQuery(file.id), staleTime: 0 });
      return true;
    } catch (thrown) {
      if (asProblem(thrown).status !== 404) throw thrown;
      await queryClient.resetQueries({ queryKey: caseQuery(file.id).queryKey });
      return false;
    }
  };
}

function MarkDialog({ file, now, onClose }: Props) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const today = useToday();
  const changed = useChanged(file);
  const lowers = (level: string) => LEVELS.indexOf(level as SecrecyLevel) < LEVELS.indexOf(now.level);
  return (
    <FormDialog
      title={t.mark}
      initial={{ level: now.level as string, provision: '', markedOn: today, authority: '', note: '' }}
      check={({ level, provision, markedOn, note }) => [
        ...(level === 'open' || provision.trim() ? [] : [{ pointer: '/provision', message: t.giveProvision }]),
        ...(lowers(level) && !note.trim() ? [{ pointer: '/note', message: t.giveNote }] : []),
        ...(isDay(markedOn) ? [] : [{ pointer: '/markedOn', message: t.giveDay }]),
      ]}
      send={async ({ level, provision, markedOn, authority, note }) => {
        await markCaseSecrecy({
          path: { caseId: file.id },
          headers: ifMatch(file.version),
          body: {
            level: level as SecrecyLevel,
            markedOn,
            ...(provision.trim() ? { provision: provision.trim() } : {}),
            ...(authority.trim() ? { authority: authority.trim() } : {}),
            ...(note.trim() ? { note: note.trim() } : {}),
          },
        });
        notify((await changed()) ? t.markDone : t.markedAway);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p className="muted">{t.markWhat}</p>
          <RadioField
            at="/level"
            label={t.level}
            options={LEVELS.map((level) => ({ value: level, text: `${words.secrecy[level]}. ${t.levelWhat[level]}` }))}
            value={values.level}
            onValue={(value) => set('level', value)}
          />
          <TextField
            at="/provision"
            label={t.provision}
            hint={t.provisionHint}
            optional={values.level === 'open'}
            maxLength={200}
            value={values.provision}
            onValue={(value) => set('provision', value)}
          />
          <div className="pair">
            <DateField
              at="/markedOn"
              label={t.markedOn}
              lean="behind"
              value={values.markedOn}
              onValue={(value) => set('markedOn', value)}
            />
            <TextField
              at="/authority"
              label={t.authority}
              hint={t.authorityHint}
              optional
              maxLength={200}
              value={values.authority}
              onValue={(value) => set('authority', value)}
            />
          </div>
          <TextArea
            at="/note"
            label={t.note}
            hint={t.noteHint}
            optional={!lowers(values.level)}
            rows={3}
            maxLength={2000}
            value={values.note}
            onValue={(value) => set('note', value)}
          />
        </>
      )}
    </FormDialog>
  );
}

function ChooseDialog({ file, now, onClose }: Props) {
  const t = useTexts(texts);
  const changed = useChanged(file);
  const { data } = useQuery(compartmentsQuery);
  // One that has ended is offered only where the case is in it already.
  const open = (data?.items ?? []).filter((each) => !each.endedAt || now.compartments.some((other) => other.id === each.id));
  const options = [...open, ...now.compartments.filter((each) => data && !data.items.some((other) => other.id === each.id))];
  return (
    <FormDialog
      title={t.choose}
      initial={{ chosen: now.compartments.map((each) => each.id) as readonly string[] }}
      send={async ({ chosen }) => {
        await setCaseCompartments({
          path: { caseId: file.id },
          headers: ifMatch(file.version),
          body: { compartmentIds: [...chosen] },
        });
        notify((await changed()) ? t.chosen : t.markedAway);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p className="muted">{t.chooseWhat}</p>
          {now.level === 'open' && <p className="note note--warn">{t.openCannot}</p>}
          {data && options.length === 0 && <p>{t.chooseNone}</p>}
          <CheckGroup
            at="/compartmentIds"
            label={t.compartments}
            options={options.map((each) => ({ value: each.id, text: each.name }))}
            chosen={values.chosen}
            onChosen={(chosen) => set('chosen', chosen)}
          />
        </>
      )}
    </FormDialog>
  );
}
