// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { approveDelegation, type Delegation, ifMatch, listDelegations, refuseDelegation, useMe } from '@/api';
import { FormDialog, TextField } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify, ProblemAlert } from '@/shared/ui';
import { DELEGATIONS, useHolder } from './holder';
import { texts } from './texts';

const LIMIT = 50;
const LEAST = 3;

/** Proposals that wait for a second person; nothing where none does. */
export function WaitingSection() {
  const t = useTexts(texts);
  const { data, error } = useQuery({
    queryKey: [...DELEGATIONS, 'waiting'],
    queryFn: async ({ signal }) => (await listDelegations({ query: { state: 'proposed', limit: LIMIT }, signal })).data.items,
  });
  if (error) return <ProblemAlert problem={error} />;
  if (!data || data.length === 0) return null;
  return (
    <section className="section delegations__waiting" aria-labelledby="delegations-waiting">
      <h2 id="delegations-waiting">{t.waiting}</h2>
      <ul className="plain todo">
        {data.map((each) => (
          <One key={each.id} delegation={each} />
        ))}
      </ul>
    </section>
  );
}

function One({ delegation }: { delegation: Delegation }) {
  const t = useTexts(texts);
  const me = useMe();
  const pick = usePick();
  const holder = useHolder();
  const queryClient = useQueryClient();
  const { date, number } = useFormats();
  const [refusing, setRefusing] = useState(false);
  const own = delegation.proposedBy?.id === me.user.id;
  const target = { path: { delegationId: delegation.id }, headers: ifMatch(delegation.version) };
  const settled = async (text: string) => {
    await queryClient.invalidateQueries({ queryKey: DELEGATIONS });
    notify(text);
  };
  const approve = useMutation({
    mutationFn: () => approveDelegation(target),
    onSuccess: () => settled(t.approved),
  });
  const name = `${pick(delegation.decisionTypeName)}, ${holder(delegation)}`;
  return (
    <li>
      <div>
        <h3>{holder(delegation)}</h3>
        <p>
          {t.forDecision(pick(delegation.decisionTypeName), delegation.caseTypes.map((type) => pick(type.name)).join(', '))},{' '}
          {pick(delegation.unitName)}
          {delegation.amountLimit && `, ${t.limit.toLowerCase()} ${t.upTo(number(delegation.amountLimit))}`}.{' '}
          {delegation.validTo ? t.period(delegation.validFrom, delegation.validTo) : t.from(delegation.validFrom)}. {delegation.documentRef}
          .
        </p>
        {delegation.proposedBy && delegation.proposedAt && (
          <p className="small muted">{t.proposedBy(delegation.proposedBy.displayName, date(delegation.proposedAt))}</p>
        )}
        {approve.error && <ProblemAlert problem={approve.error} />}
      </div>
      <span className="row">
        {delegation.mayDecide && (
          <Button look="primary" small busy={approve.isPending} onClick={() => approve.mutate()}>
            {t.approve}
            <span className="vh"> {name}</span>
          </Button>
        )}
        {(own || delegation.mayDecide) && (
          <Button small onClick={() => setRefusing(true)}>
            {own ? t.withdraw : t.refuse}
            <span className="vh"> {name}</span>
          </Button>
        )}
      </span>
      {refusing && (
        <FormDialog
          title={own ? t.withdraw : t.refuse}
          initial={{ reason: '' }}
          check={({ reason }) => (reason.trim().length < LEAST ? [{ pointer: '/reason', message: t.giveReason }] : [])}
          send={async ({ reason }) => {
            await refuseDelegation({ ...target, body: { reason: reason.trim() } });
            await settled(t.refused);
          }}
          onClose={() => setRefusing(false)}
        >
          {({ values, set }) => (
            <TextField at="/reason" label={t.why} maxLength={1000} value={values.reason} onValue={(value) => set('reason', value)} />
          )}
        </FormDialog>
      )}
    </li>
  );
}
