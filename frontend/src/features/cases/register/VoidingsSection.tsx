// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { confirmVoiding, listVoidings, refuseVoiding, useMe, type Voiding } from '@/api';
import { FormDialog, TextField } from '@/shared/form';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, LoadMore, notify, ProblemAlert } from '@/shared/ui';
import { CASE_LISTS } from '../queries';
import { texts } from './texts';

/** Key of proposals to void. */
export const VOIDINGS = ['voidings'] as const;

const LIMIT = 20;
const LEAST = 3;

/** What waits for a second person. */
export function VoidingsSection() {
  const t = useTexts(texts);
  const pages = usePages(VOIDINGS, async (cursor, signal) => (await listVoidings({ query: { cursor, limit: LIMIT }, signal })).data);
  return (
    <section className="section" aria-labelledby="voidings">
      <h2 id="voidings">{t.voidings}</h2>
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && pages.items.length === 0 && <p className="muted">{t.noVoidings}</p>}
      {pages.items.length > 0 && (
        <ul className="plain todo">
          {pages.items.map((voiding) => (
            <One key={voiding.id} voiding={voiding} />
          ))}
        </ul>
      )}
      {pages.hasMore && <LoadMore shown={pages.items.length} hasMore busy={pages.busy} onMore={pages.more} />}
    </section>
  );
}

function One({ voiding }: { voiding: Voiding }) {
  const t = useTexts(texts);
  const me = useMe();
  const queryClient = useQueryClient();
  const { date } = useFormats();
  const [refusing, setRefusing] = useState(false);
  const own = voiding.proposedBy.id === me.user.id;
  const settled = async (text: string) => {
    notify(text);
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: VOIDINGS }),
      queryClient.invalidateQueries({ queryKey: CASE_LISTS }),
      queryClient.invalidateQueries({ queryKey: ['case', voiding.caseId] }),
    ]);
  };
  const confirm = useMutation({
    mutationFn: () => confirmVoiding({ path: { voidingId: voiding.id } }),
    onSuccess: () => settled(t.confirmed(voiding.number)),
  });
  return (
    <li>
      <div>
        <p>
          <Link to="/cases/$caseId" params={{ caseId: voiding.caseId }} search={{}}>
            {voiding.number}
          </Link>{' '}
          {voiding.reason}
        </p>
        <p className="small muted">
          {t.proposedBy(voiding.proposedBy.displayName, date(voiding.proposedAt))}
          {own && ` – ${t.waitsForOther}`}
        </p>
        {confirm.error && <ProblemAlert problem={confirm.error} />}
      </div>
      <span className="row">
        {voiding.mayConfirm && (
          <Button look="danger" small busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {t.confirm}
            <span className="vh"> {voiding.number}</span>
          </Button>
        )}
        <Button small onClick={() => setRefusing(true)}>
          {own ? t.withdraw : t.refuse}
          <span className="vh"> {voiding.number}</span>
        </Button>
      </span>
      {refusing && (
        <FormDialog
          title={own ? t.withdraw : t.refuse}
          initial={{ reason: '' }}
          check={(values) => (values.reason.trim().length < LEAST ? [{ pointer: '/reason', message: t.giveReason }] : [])}
          send={async (values) => {
            await refuseVoiding({ path: { voidingId: voiding.id }, body: { reason: values.reason.trim() } });
            await settled(t.refused(voiding.number));
          }}
          onClose={() => setRefusing(false)}
        >
          {(form) => (
            <TextField
              at="/reason"
              label={t.refuseReason}
              maxLength={1000}
              value={form.values.reason}
              onValue={(value) => form.set('reason', value)}
            />
          )}
        </FormDialog>
      )}
    </li>
  );
}
