// SPDX-License-Identifier: EUPL-1.2
import { addWorkshopNote, type WorkshopDesk, type WorkshopTopTheme } from '@/api';
import { DateField, FormDialog, isDay, TextField } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from './texts';

type Props = {
  desk: WorkshopDesk;
  /** The heading that this is the first step of. */
  theme?: WorkshopTopTheme;
  onWritten: () => void;
  onClose: () => void;
};

/** An action: what, who and by when. */
export function ActionDialog({ desk, theme, onWritten, onClose }: Props) {
  const t = useTexts(texts);
  return (
    <FormDialog
      title={theme ? t.firstStepOf(theme.heading) : t.newAction}
      initial={{ text: '', owner: '', dueOn: '' }}
      check={({ text, owner, dueOn }) => [
        ...(text.trim() ? [] : [{ pointer: '/text', message: t.giveWhat }]),
        ...(owner.trim() ? [] : [{ pointer: '/owner', message: t.giveOwner }]),
        ...(isDay(dueOn) ? [] : [{ pointer: '/dueOn', message: t.giveDue }]),
      ]}
      send={async ({ text, owner, dueOn }) => {
        await addWorkshopNote({
          path: { workshopId: desk.view.id },
          body: {
            kind: 'action',
            text: text.trim(),
            owner: owner.trim(),
            dueOn,
            ...(theme ? { themeId: theme.id } : desk.view.question ? { criterion: desk.view.question.criterion } : {}),
          },
        });
        onWritten();
      }}
      submit={t.add}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <TextField at="/text" label={t.what} value={values.text} onValue={(value) => set('text', value)} maxLength={1000} />
          <TextField at="/owner" label={t.owner} value={values.owner} onValue={(value) => set('owner', value)} maxLength={120} />
          <DateField at="/dueOn" label={t.dueOn} value={values.dueOn} onValue={(value) => set('dueOn', value)} />
        </>
      )}
    </FormDialog>
  );
}
