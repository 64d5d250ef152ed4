// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch, withdrawOwnRecommendation } from '@/api';
import { getOwnRecommendationOptions } from '@/api/queries';
import { FormDialog, TextArea } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify } from '@/shared/ui';
import { OwnDialog } from './OwnDialog';
import { ownTexts } from './texts';

const SHORTEST_REASON = 10;

/** What one can do with a recommendation of one's own, besides putting it on the roadmap. */
export function OwnActs({ code, title }: { code: string; title: string }) {
  const t = useTexts(ownTexts);
  const queryClient = useQueryClient();
  const { data: own } = useQuery(getOwnRecommendationOptions({ path: { code } }));
  const [doing, setDoing] = useState<'change' | 'withdraw' | null>(null);
  if (!own?.mayEdit) return null;
  const close = () => setDoing(null);
  return (
    <span className="row">
      <Button small look="quiet" onClick={() => setDoing('change')}>
        {t.change}
        <span className="vh">: {title}</span>
      </Button>
      <Button small look="quiet" onClick={() => setDoing('withdraw')}>
        {t.withdraw}
        <span className="vh">: {title}</span>
      </Button>
      {doing === 'change' && <OwnDialog own={own} onClose={close} />}
      {doing === 'withdraw' && (
        <FormDialog
          title={t.withdrawTitle}
          submit={t.withdraw}
          look="danger"
          initial={{ reason: '' }}
          check={({ reason }) => (reason.trim().length < SHORTEST_REASON ? [{ pointer: '/reason', message: t.giveReason }] : [])}
          send={async ({ reason }) => {
            await withdrawOwnRecommendation({ path: { code }, body: { reason: reason.trim() }, headers: ifMatch(own.version) });
            await queryClient.invalidateQueries();
            notify(t.withdrawn);
          }}
          onClose={close}
        >
          {(form) => (
            <>
              <p>{t.withdrawWhat}</p>
              <TextArea
                at="/reason"
                label={t.reason}
                maxLength={1000}
                value={form.values.reason}
                onValue={(value) => form.set('reason', value)}
              />
            </>
          )}
        </FormDialog>
      )}
    </span>
  );
}
