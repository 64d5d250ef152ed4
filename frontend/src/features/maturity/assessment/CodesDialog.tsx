// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Assessment, createSurveyCodes, type GroupProgress } from '@/api';
import { save } from '@/shared/chart';
import { Form, TextField, useForm } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog } from '@/shared/ui';
import { assessmentKey } from '../queries';
import { inFours } from './GroupLinks';
import { texts } from './texts';

/** Most codes of one request. */
const MOST_AT_ONCE = 2000;

type Props = { assessment: Assessment; group: GroupProgress; onClose: () => void };

/** Makes personal one-time codes and shows them, once. */
export function CodesDialog({ assessment, group, onClose }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const { number } = useFormats();
  const queryClient = useQueryClient();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const issued = group.codesIssued ?? 0;
  const left = Math.min(group.invited - issued, MOST_AT_ONCE);
  const form = useForm({
    initial: { count: left > 0 ? String(left) : '' },
    check: ({ count }) => {
      const isFine = Number.isInteger(Number(count)) && Number(count) >= 1 && Number(count) <= left;
      return isFine ? [] : [{ pointer: '/count', message: t.giveCount(number(left, 0)) }];
    },
    send: async ({ count }) => {
      const { data } = await createSurveyCodes({
        path: { assessmentId: assessment.id, group: group.group },
        body: { count: Number(count) },
      });
      setCodes(data.codes ?? []);
      await queryClient.invalidateQueries({ queryKey: assessmentKey(assessment.id) });
    },
  });
  const name = pick(group.name).toLocaleLowerCase('sv');
  return (
    <Dialog wide title={t.codesTitle(name)} onClose={onClose}>
      {codes ? (
        <Codes codes={codes} name={name} assessment={assessment} onClose={onClose} />
      ) : left <= 0 ? (
        <p>{t.codesFull}</p>
      ) : (
        <Form form={form}>
          <p className="measure">{t.codesWhat}</p>
          <TextField
            at="/count"
            label={t.codesCount}
            hint={t.codesCountHint(number(issued, 0), number(group.invited, 0))}
            inputMode="numeric"
            autoComplete="off"
            value={form.values.count}
            onValue={(value) => form.set('count', value)}
          />
          <div className="form__foot">
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button look="primary" type="submit" busy={form.busy}>
              {t.makeCodes}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

function Codes({
  codes,
  name,
  assessment,
  onClose,
}: {
  codes: readonly string[];
  name: string;
  assessment: Assessment;
  onClose: () => void;
}) {
  const t = useTexts(texts);
  const { number } = useFormats();
  if (codes.length === 0) return <p>{t.codesRepeated}</p>;
  const address = `${location.origin}/survey`;
  return (
    <>
      <p role="status">{t.codesMade(number(codes.length, 0))}</p>
      <p>
        {t.orCode(address)} {assessment.name}, {name}
      </p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code} className="codes__one">
            {inFours(code)}
          </li>
        ))}
      </ol>
      <div className="form__foot noprint">
        <Button
          onClick={() =>
            save(
              `${t.codesFile}-${name}.txt`,
              'text/plain;charset=utf-8',
              codes.map((code) => `${address}#${code}\t${inFours(code)}`).join('\r\n'),
            )
          }
        >
          {t.download}
        </Button>
        <Button onClick={() => print()}>{t.print}</Button>
        <Button look="primary" onClick={onClose}>
          {t.done}
        </Button>
      </div>
    </>
  );
}
