// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getDueDateExample } from '@/api';
import { ChoiceField, DateField, Items, isDay, NumberField, RadioField, TextField } from '@/shared/form';
import { useFormats, useToday } from '@/shared/i18n/format';
import { useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import type { Deadline } from '../definition';
import { texts } from '../texts';
import { BothField, type PartProps } from './fields';

const ROOT = '/definition/deadlines';
const KIND = /^[a-z][a-z0-9_]{0,59}$/;
const LONGEST = 1000;

/** The deadlines, each with a date worked out by the service. */
export function DeadlinesPart({ definition, set }: PartProps) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const today = useToday();
  const [from, setFrom] = useState(today);
  const blank: Deadline = {
    kind: '',
    name: { sv: '', en: '' },
    length: 3,
    unit: 'week',
    start: 'arrival',
    clock: 'goal',
    basis: '',
    confidence: 'low',
  };
  return (
    <div className="fieldstack">
      <DateField at="/exampleFrom" label={t.exampleFrom} value={from} onValue={setFrom} />
      <div className="field">
        <Items
          at={ROOT}
          items={definition.deadlines}
          onItems={(items) => set('deadlines', items)}
          titleOf={(deadline) => deadline.name[language]}
          blank={blank}
          add={t.add.deadline}
        >
          {(deadline, put, at) => (
            <>
              <BothField at={`${at}/name`} label={t.name} value={deadline.name} onValue={(name) => put({ ...deadline, name })} />
              <TextField
                at={`${at}/kind`}
                label={t.key}
                hint={t.keyHint}
                maxLength={60}
                value={deadline.kind}
                onValue={(kind) => put({ ...deadline, kind })}
              />
              <div className="fieldpair">
                <NumberField
                  at={`${at}/length`}
                  label={t.length}
                  value={deadline.length}
                  onValue={(length) => put({ ...deadline, length })}
                />
                <ChoiceField
                  at={`${at}/unit`}
                  label={t.timeUnit}
                  words={t.units}
                  value={deadline.unit}
                  onValue={(unit) => put({ ...deadline, unit: unit as Deadline['unit'] })}
                />
              </div>
              <ChoiceField
                at={`${at}/start`}
                label={t.start}
                words={t.starts}
                value={deadline.start}
                onValue={(start) => put({ ...deadline, start })}
              />
              <RadioField
                at={`${at}/clock`}
                label={t.clock}
                options={[
                  { value: 'statutory', text: t.clockChoices.statutory },
                  { value: 'goal', text: t.clockChoices.goal },
                ]}
                value={deadline.clock}
                onValue={(clock) => put({ ...deadline, clock: clock as Deadline['clock'] })}
              />
              <div className="fieldpair">
                <TextField
                  at={`${at}/basis`}
                  label={t.basis}
                  hint={t.provisionHint}
                  maxLength={300}
                  value={deadline.basis}
                  onValue={(basis) => put({ ...deadline, basis })}
                />
                <ChoiceField
                  at={`${at}/confidence`}
                  label={t.confidence}
                  words={t.confidences}
                  value={deadline.confidence}
                  onValue={(confidence) => put({ ...deadline, confidence })}
                />
              </div>
              <Example deadline={deadline} from={from} />
            </>
          )}
        </Items>
      </div>
    </div>
  );
}

/** The due date that the service gives for such a deadline. */
function Example({ deadline, from }: { deadline: Deadline; from: string }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { longDate } = useFormats();
  const { length, unit, clock } = deadline;
  const kind = KIND.test(deadline.kind) ? deadline.kind : undefined;
  const asks = isDay(from) && Number.isInteger(length) && length >= 0 && length <= LONGEST;
  const query = useQuery({
    queryKey: ['due-date-example', from, length, unit, clock, kind],
    queryFn: async ({ signal }) =>
      (await getDueDateExample({ query: { startDate: from, length, unit, clock, ...(kind ? { kind } : {}) }, signal })).data,
    enabled: asks,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!asks || !query.data) return null;
  return (
    <div className="note field" aria-live="polite">
      <p>
        <b>{t.example}:</b> {t.exampleDue(longDate(query.data.dueDate))}
      </p>
      <p className="small muted">{pick(query.data.why)}</p>
    </div>
  );
}
