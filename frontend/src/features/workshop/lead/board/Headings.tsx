// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { addWorkshopTheme, removeWorkshopTheme, useMay, type WorkshopBoardDesk } from '@/api';
import { Form, SelectField, TextField, useForm } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { adviceQuery } from '../queries';
import { texts } from '../texts';
import type { BoardAct } from './BoardPart';

type Props = { board: WorkshopBoardDesk; workshopId: string; onAct: BoardAct };

/** The headings that notes are put under and dots are placed on: one's own, or a recommendation. */
export function Headings({ board, workshopId, onAct }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const may = useMay();
  const advice = useQuery({ ...adviceQuery, enabled: may('recommendation:read') });
  const form = useForm({
    initial: { heading: '', advice: '' },
    check: ({ heading }) => (heading.trim() ? [] : [{ pointer: '/heading', message: t.giveHeading }]),
    send: async (values) => {
      await addWorkshopTheme({
        path: { workshopId },
        body: { heading: values.heading.trim(), ...(values.advice ? { recommendation: values.advice } : {}) },
      });
      form.setAll({ heading: '', advice: '' });
      await onAct(async () => undefined);
    },
  });
  const choose = (code: string) => {
    const title = pick(advice.data?.find((each) => each.code === code)?.title);
    form.setAll({ heading: title || form.values.heading, advice: code });
  };
  return (
    <>
      <h3>{t.headings}</h3>
      {board.themes.length === 0 && <p className="small muted">{t.noHeadings}</p>}
      <ul className="plain facil__ideas">
        {board.themes.map(({ id, heading }) => (
          <li key={id}>
            <span className="facil__said">{heading}</span>
            <Button
              small
              look="quiet"
              icon="cross"
              aria-label={t.removeHeading(heading)}
              onClick={() => void onAct(() => removeWorkshopTheme({ path: { workshopId, themeId: id } }))}
            />
          </li>
        ))}
      </ul>
      <Form form={form} label={t.addHeading}>
        <TextField
          at="/heading"
          label={t.newHeading}
          value={form.values.heading}
          onValue={(heading) => form.set('heading', heading)}
          maxLength={200}
        />
        {advice.data && advice.data.length > 0 && (
          <SelectField
            at="/recommendation"
            label={t.fromAdvice}
            optional
            empty={t.noAdvice}
            value={form.values.advice}
            onValue={choose}
            options={advice.data.map(({ code, title }) => ({ value: code, text: `${code} ${pick(title)}` }))}
          />
        )}
        <Button small type="submit" busy={form.busy}>
          {t.addHeading}
        </Button>
      </Form>
    </>
  );
}
