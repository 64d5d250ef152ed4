// SPDX-License-Identifier: EUPL-1.2
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CaseTypeDetail, type DelegationPreview, type NewDelegation, previewDelegation, proposeDelegation } from '@/api';
import { getCaseTypeOptions, listCaseOfficersOptions, listCaseTypesOptions, listUnitsOptions } from '@/api/queries';
import { CheckGroup, DateField, Form, type FormState, RadioField, SelectField, TextField, useForm } from '@/shared/form';
import { useFormats, useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { roleTexts } from '@/shared/roles';
import { Button, Dialog, notify } from '@/shared/ui';
import { DELEGATIONS, HOLDER_ROLES } from './holder';
import { PreviewList } from './PreviewList';
import { texts } from './texts';
import { bodyOf, commonAmounts, commonDecisions, faultsOf, type Wish } from './wish';

type Tried = { body: NewDelegation; preview: DelegationPreview };

/** Proposing a delegation: what it is for, then what it changes, then sending it to a second person. */
export function ProposeDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const today = useToday();
  const [tried, setTried] = useState<Tried>();
  const form = useForm<Wish>({
    initial: {
      caseTypeIds: [],
      decisionType: '',
      unitId: '',
      by: 'role',
      holderRole: '',
      holderId: '',
      amountLimit: '',
      amountField: '',
      validFrom: today,
      validTo: '',
      documentRef: '',
    },
    check: (wish) => faultsOf(wish, t),
    send: async (wish) => {
      const body = bodyOf(wish);
      setTried({ body, preview: (await previewDelegation({ body })).data });
    },
  });
  return (
    <Dialog title={t.propose} wide onClose={onClose}>
      {tried ? (
        <Confirm tried={tried} wish={form.values} onBack={() => setTried(undefined)} onClose={onClose} />
      ) : (
        <Form form={form} label={t.propose}>
          <Fields form={form} />
          <div className="form__foot">
            <Button look="primary" type="submit" busy={form.busy}>
              {t.preview}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

type ConfirmProps = { tried: Tried; wish: Wish; onBack: () => void; onClose: () => void };

/** What is proposed, in a sentence. */
function useSentence(wish: Wish): string {
  const t = useTexts(texts);
  const pick = usePick();
  const { number } = useFormats();
  const { data: units } = useQuery(listUnitsOptions());
  const types = useTypes(wish.caseTypeIds);
  const decision = commonDecisions(types).find(({ value }) => value === wish.decisionType);
  const unit = units?.items.find(({ id }) => id === wish.unitId);
  const limit = bodyOf(wish).amountLimit;
  const what = t.forDecision(pick(decision?.name), types.map(({ name }) => pick(name)).join(', '));
  return `${what}, ${pick(unit?.name)}${limit ? `, ${t.limit.toLowerCase()} ${t.upTo(number(limit))}` : ''}.`;
}

function Confirm({ tried, wish, onBack, onClose }: ConfirmProps) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const sentence = useSentence(wish);
  const form = useForm({
    initial: {},
    send: async () => {
      await proposeDelegation({ body: tried.body });
      await queryClient.invalidateQueries({ queryKey: DELEGATIONS });
      notify(t.proposed);
      onClose();
    },
  });
  return (
    <Form form={form} label={t.propose}>
      <p>{sentence}</p>
      <PreviewList preview={tried.preview} />
      <div className="form__foot">
        <Button look="primary" type="submit" busy={form.busy}>
          {t.send}
        </Button>
        <Button onClick={onBack}>{t.back}</Button>
      </div>
    </Form>
  );
}

/** The types chosen, whole; those still under way are left out. */
function useTypes(ids: readonly string[]): CaseTypeDetail[] {
  return useQueries({
    queries: ids.map((caseTypeId) => getCaseTypeOptions({ path: { caseTypeId } })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  });
}

function Fields({ form: { values, set } }: { form: FormState<Wish> }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { data: types } = useQuery(listCaseTypesOptions({ query: { status: 'published' } }));
  const { data: units } = useQuery(listUnitsOptions());
  const chosen = useTypes(values.caseTypeIds);
  const named = (all: ReturnType<typeof commonDecisions>) => all.map(({ value, name }) => ({ value, text: pick(name) }));
  const decisions = named(commonDecisions(chosen));
  return (
    <>
      <CheckGroup
        at="/caseTypeIds"
        label={t.types}
        options={(types?.items ?? []).map(({ id, name }) => ({ value: id, text: pick(name) }))}
        chosen={values.caseTypeIds}
        onChosen={(ids) => set('caseTypeIds', ids)}
      />
      <SelectField
        at="/decisionType"
        label={t.decisionType}
        hint={chosen.length > 0 && decisions.length === 0 ? t.noCommon : t.decisionHint}
        empty={t.choose}
        options={decisions}
        value={values.decisionType}
        onValue={(value) => set('decisionType', value)}
      />
      <SelectField
        at="/unitId"
        label={t.unit}
        empty={t.choose}
        options={(units?.items ?? []).map(({ id, name }) => ({ value: id, text: pick(name) }))}
        value={values.unitId}
        onValue={(value) => set('unitId', value)}
      />
      <Holder values={values} set={set} />
      <div className="pair">
        <TextField
          at="/amountLimit"
          label={t.amount}
          hint={t.amountHint}
          optional
          inputMode="numeric"
          maxLength={16}
          value={values.amountLimit}
          onValue={(value) => set('amountLimit', value)}
        />
        {values.amountLimit.trim() !== '' && (
          <SelectField
            at="/amountField"
            label={t.amountField}
            empty={t.choose}
            options={named(commonAmounts(chosen))}
            value={values.amountField}
            onValue={(value) => set('amountField', value)}
          />
        )}
      </div>
      <div className="pair">
        <DateField at="/validFrom" label={t.firstDay} value={values.validFrom} onValue={(value) => set('validFrom', value)} />
        <DateField
          at="/validTo"
          label={t.lastDay}
          hint={t.lastDayOpen}
          optional
          value={values.validTo}
          onValue={(value) => set('validTo', value)}
        />
      </div>
      <TextField
        at="/documentRef"
        label={t.documentRef}
        hint={t.documentHint}
        maxLength={200}
        value={values.documentRef}
        onValue={(value) => set('documentRef', value)}
      />
    </>
  );
}

function Holder({ values, set }: Pick<FormState<Wish>, 'values' | 'set'>) {
  const t = useTexts(texts);
  const roles = useTexts(roleTexts);
  const { data: people } = useQuery(listCaseOfficersOptions());
  return (
    <>
      <RadioField
        at="/by"
        label={t.who}
        options={[
          { value: 'role', text: t.aFunction },
          { value: 'person', text: t.aPerson },
        ]}
        value={values.by}
        onValue={(value) => set('by', value as Wish['by'])}
      />
      {values.by === 'role' ? (
        <SelectField
          at="/holderRole"
          label={t.role}
          empty={t.choose}
          options={HOLDER_ROLES.map((role) => ({ value: role, text: roles[role] }))}
          value={values.holderRole}
          onValue={(value) => set('holderRole', value)}
        />
      ) : (
        <SelectField
          at="/holderId"
          label={t.person}
          empty={t.choose}
          options={(people?.items ?? []).map(({ user }) => ({ value: user.id, text: user.displayName }))}
          value={values.holderId}
          onValue={(value) => set('holderId', value)}
        />
      )}
    </>
  );
}
