// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type BenchmarkSizeClass, listAssessments, listEventLogs, prepareBenchmarkContribution } from '@/api';
import { listCaseTypesOptions } from '@/api/queries';
import { type Fault, FormDialog, RadioField, SelectField } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { measuresQuery } from '../queries';
import { texts } from '../texts';

const SIZES = ['up_to_49', 'from_50_to_199', 'from_200_to_999', 'from_1000'] as const;
const YEARS = 5;
const LISTED = 50;

/** Takes a value from where it is known, so that it can be looked at before it is given. */
export function PrepareDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const queryClient = useQueryClient();
  const lastYear = Number(useToday().slice(0, 4)) - 1;
  const { data: measures = [] } = useQuery(measuresQuery);
  const { data: types = { items: [] } } = useQuery(listCaseTypesOptions({ query: { status: 'published' } }));
  const { data: logs = [] } = useQuery({
    queryKey: ['benchmark', 'logs'],
    queryFn: async ({ signal }) => (await listEventLogs({ query: { limit: LISTED }, signal })).data.items,
  });
  const { data: assessments = [] } = useQuery({
    queryKey: ['benchmark', 'assessments'],
    queryFn: async ({ signal }) => (await listAssessments({ query: { limit: LISTED }, signal })).data.items,
  });
  const initial = {
    code: '',
    eventLogId: '',
    year: String(lastYear),
    assessmentId: '',
    within: 'size',
    sizeClass: '' as BenchmarkSizeClass | '',
    caseTypeKey: '',
  };
  const kindOf = (code: string) => measures.find((each) => each.code === code)?.kind;
  const check = (values: typeof initial) => {
    const isLevel = kindOf(values.code) === 'criterion';
    const faults: Fault[] = [];
    if (!values.code) faults.push({ pointer: '/code', message: t.giveMeasure });
    if (values.code && isLevel && !values.assessmentId) faults.push({ pointer: '/assessmentId', message: t.giveAssessment });
    if (values.code && !isLevel && !values.eventLogId) faults.push({ pointer: '/eventLogId', message: t.giveLog });
    if (values.code && (isLevel || values.within === 'size') && !values.sizeClass)
      faults.push({ pointer: '/sizeClass', message: t.giveSize });
    if (values.code && !isLevel && values.within === 'type' && !values.caseTypeKey)
      faults.push({ pointer: '/caseTypeKey', message: t.giveType });
    return faults;
  };
  const send = async (values: typeof initial) => {
    const isLevel = kindOf(values.code) === 'criterion';
    const bySize = isLevel || values.within === 'size';
    await prepareBenchmarkContribution({
      body: {
        kind: isLevel ? 'criterion' : 'indicator',
        code: values.code,
        ...(isLevel ? { assessmentId: values.assessmentId } : { eventLogId: values.eventLogId, year: Number(values.year) }),
        ...(bySize && values.sizeClass ? { sizeClass: values.sizeClass } : {}),
        ...(bySize ? {} : { caseTypeKey: values.caseTypeKey }),
      },
    });
    await queryClient.invalidateQueries({ queryKey: ['benchmark'] });
    notify(t.prepared);
  };
  return (
    <FormDialog title={t.prepare} wide initial={initial} check={check} send={send} onClose={onClose}>
      {(form) => {
        const kind = kindOf(form.values.code);
        return (
          <>
            <SelectField
              at="/code"
              label={t.what}
              empty={t.choose}
              value={form.values.code}
              onValue={(value) => form.set('code', value)}
              options={measures.map((each) => ({
                value: each.code,
                text: `${each.code} ${pick(each.name)} (${each.kind === 'criterion' ? t.criteria : t.indicators})`,
              }))}
            />
            {kind === 'indicator' && (
              <>
                <SelectField
                  at="/eventLogId"
                  label={t.log}
                  hint={t.logHint}
                  empty={t.choose}
                  value={form.values.eventLogId}
                  onValue={(value) => form.set('eventLogId', value)}
                  options={logs.map((log) => ({ value: log.id, text: log.title }))}
                />
                <SelectField
                  at="/year"
                  label={t.year}
                  hint={t.yearHint}
                  value={form.values.year}
                  onValue={(value) => form.set('year', value)}
                  options={Array.from({ length: YEARS }, (_, back) => String(lastYear - back)).map((year) => ({ value: year, text: year }))}
                />
                <RadioField
                  at="/within"
                  label={t.within}
                  value={form.values.within}
                  onValue={(value) => form.set('within', value)}
                  options={[
                    { value: 'size', text: t.withinSize },
                    { value: 'type', text: t.withinType },
                  ]}
                />
              </>
            )}
            {kind === 'criterion' && (
              <SelectField
                at="/assessmentId"
                label={t.assessment}
                hint={t.assessmentHint}
                empty={t.choose}
                value={form.values.assessmentId}
                onValue={(value) => form.set('assessmentId', value)}
                options={assessments.map((each) => ({ value: each.id, text: `${each.name}, ${pick(each.unitName)}` }))}
              />
            )}
            {kind && (kind === 'criterion' || form.values.within === 'size') && (
              <SelectField
                at="/sizeClass"
                label={t.size}
                empty={t.choose}
                value={form.values.sizeClass}
                onValue={(value) => form.set('sizeClass', value as BenchmarkSizeClass)}
                options={SIZES.map((each) => ({ value: each, text: t.sizeShort[each] }))}
              />
            )}
            {kind === 'indicator' && form.values.within === 'type' && (
              <SelectField
                at="/caseTypeKey"
                label={t.caseType}
                empty={t.choose}
                value={form.values.caseTypeKey}
                onValue={(value) => form.set('caseTypeKey', value)}
                options={types.items.map((type) => ({ value: type.key, text: pick(type.name) }))}
              />
            )}
          </>
        );
      }}
    </FormDialog>
  );
}
