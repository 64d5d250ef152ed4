// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { EventLogDetail, Selection } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Chip, Dialog, Icon } from '@/shared/ui';
import { classesQuery, useFilterValues } from '../queries';
import { useDurations } from '../text/durations';
import { useSay, useSayValue } from '../text/say';
import { AttributeChoice, MoreChoice, PeriodChoice, UnitChoice } from './choices';
import { type FilterSearch, filterOf } from './search';
import { filterTexts } from './texts';

type Props = {
  detail: EventLogDetail;
  filter: FilterSearch;
  onFilter: (filter: FilterSearch) => void;
  selection: Selection | undefined;
};

type Open = 'attribute' | 'period' | 'unit' | 'closed' | 'more' | null;

/** The filter as chips; all of it is in the URL, and all figures of the page follow. */
export function FilterBar({ detail, filter, onFilter, selection }: Props) {
  const t = useTexts(filterTexts);
  const { number } = useFormats();
  const [open, setOpen] = useState<Open>(null);
  const { log } = detail;
  const change = (part: FilterSearch) => {
    setOpen(null);
    onFilter(filterOf({ ...filter, ...part }));
  };
  const choice = { logId: log.id, filter, onChange: change };
  const hasTransitions = detail.quality.transitions.length > 1;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own borders and no better name */}
      <div className="chips chips--scroll fricfilter" role="group" aria-label={t.filter}>
        <OpenChip
          onOpen={() => setOpen('attribute')}
          name={<AttributeName detail={detail} filter={filter} />}
          value={<AttributeValue logId={log.id} filter={filter} />}
        />
        <OpenChip onOpen={() => setOpen('period')} name={t.period} value={<Period filter={filter} />} />
        <OpenChip onOpen={() => setOpen('unit')} name={t.unit} value={<UnitValue logId={log.id} filter={filter} />} />
        <Chip
          pressed={filter.closedOnly === true}
          onPress={() => (log.endKnown ? change({ closedOnly: filter.closedOnly ? undefined : true }) : setOpen('closed'))}
        >
          {t.closedOnly}
        </Chip>
        <Chip pressed={filter.actors === 'all'} onPress={() => change({ actors: filter.actors ? undefined : 'all' })}>
          {t.everybody}
        </Chip>
        {hasTransitions && (
          <Chip pressed={filter.lifecycle === 'complete'} onPress={() => change({ lifecycle: filter.lifecycle ? undefined : 'complete' })}>
            {t.complete}
          </Chip>
        )}
        <Narrowing filter={filter} onChange={change} />
        <button type="button" className="chip chip--add" aria-haspopup="dialog" onClick={() => setOpen('more')}>
          <Icon small name="plus" /> {t.filter}
        </button>
        {Object.keys(filter).length > 0 && (
          <button type="button" className="linkbtn small" onClick={() => onFilter({})}>
            {t.clearAll}
          </button>
        )}
        <span className="small muted fricfilter__count" role="status">
          {selection ? t.ofCases(number(selection.caseCount, 0), number(selection.totalCases, 0)) : ''}
        </span>
      </div>
      {open === 'attribute' && (
        <Dialog title={log.kind === 'own' ? t.caseType : t.attribute} onClose={() => setOpen(null)}>
          <AttributeChoice {...choice} />
        </Dialog>
      )}
      {open === 'period' && (
        <Dialog title={t.period} onClose={() => setOpen(null)}>
          <PeriodChoice {...choice} lastAt={log.lastAt} />
        </Dialog>
      )}
      {open === 'unit' && (
        <Dialog title={t.unit} onClose={() => setOpen(null)}>
          <UnitChoice {...choice} />
        </Dialog>
      )}
      {open === 'more' && (
        <Dialog title={t.addFilter} onClose={() => setOpen(null)}>
          <MoreChoice {...choice} />
        </Dialog>
      )}
      {open === 'closed' && (
        <Dialog title={t.closedOnly} onClose={() => setOpen(null)}>
          <p>{t.endUnknown}</p>
          <p className="form__foot">
            <Link to="/friction/$logId/mapping" params={{ logId: log.id }} className="btn">
              {t.toMapping}
            </Link>
          </p>
        </Dialog>
      )}
    </>
  );
}

function OpenChip({ name, value, onOpen }: { name: ReactNode; value: ReactNode; onOpen: () => void }) {
  return (
    <button type="button" className="chip" aria-haspopup="dialog" onClick={onOpen}>
      <span className="muted">{name}</span> <b className="chip__value">{value}</b>
      <Icon small name="down" />
    </button>
  );
}

function AttributeName({ detail, filter }: { detail: EventLogDetail; filter: FilterSearch }) {
  const name = useAttributeName();
  const t = useTexts(filterTexts);
  if (filter.attribute !== undefined) return name(filter.attribute);
  return detail.log.kind === 'own' ? t.caseType : t.attribute;
}

/** What an attribute is called: those of our own cases have names, those of a file are as they are. */
export function useAttributeName(): (attribute: string) => string {
  const t = useTexts(filterTexts);
  return (attribute) => (attribute === 'caseType' ? t.caseType : attribute === 'channel' ? t.channel : attribute);
}

function AttributeValue({ logId, filter }: { logId: string; filter: FilterSearch }) {
  const sayValue = useSayValue();
  const t = useTexts(filterTexts);
  const pick = usePick();
  const { data } = useFilterValues(logId, filter);
  if (filter.attribute === undefined) return t.all;
  if (filter.attributeValue === undefined) return t.noValue;
  const found = data?.attributes.find((one) => one.name === filter.attribute)?.values.find((one) => one.value === filter.attributeValue);
  return pick(found?.label) || sayValue(filter.attribute, filter.attributeValue);
}

function UnitValue({ logId, filter }: { logId: string; filter: FilterSearch }) {
  const t = useTexts(filterTexts);
  const pick = usePick();
  const { data } = useFilterValues(logId, filter);
  if (filter.inUnit === undefined) return t.all;
  return pick(data?.units.find((one) => one.unit.unit === filter.inUnit)?.unit.name) || filter.inUnit;
}

function Period({ filter }: { filter: FilterSearch }) {
  const t = useTexts(filterTexts);
  if (filter.from === undefined && filter.to === undefined) return t.wholePeriod;
  return `${filter.from ?? ''} – ${filter.to ?? ''}`.trim();
}

/** What else narrows the cases: one chip each, with a cross. */
function Narrowing({ filter, onChange }: { filter: FilterSearch; onChange: (part: FilterSearch) => void }) {
  const t = useTexts(filterTexts);
  const pick = usePick();
  const { words } = useDurations();
  const say = useSay();
  const classes = useQuery({ ...classesQuery, enabled: filter.eventClass !== undefined });
  const className = (code: string) => pick(classes.data?.find((one) => one.code === code)?.name) || code;
  const less = (list: string[] | undefined, gone: string) => {
    const left = (list ?? []).filter((item) => item !== gone);
    return left.length > 0 ? left : undefined;
  };
  const [least, most] = [filter.minDurationSeconds, filter.maxDurationSeconds];
  const chips: { key: string; text: string; without: FilterSearch }[] = [
    ...(filter.activity ?? []).map((name) => ({
      key: `+${name}`,
      text: t.withActivity(say(name)),
      without: { activity: less(filter.activity, name) },
    })),
    ...(filter.withoutActivity ?? []).map((name) => ({
      key: `-${name}`,
      text: t.withoutActivity(say(name)),
      without: { withoutActivity: less(filter.withoutActivity, name) },
    })),
    ...(filter.eventClass ?? []).map((code) => ({
      key: `c${code}`,
      text: t.withClass(className(code)),
      without: { eventClass: less(filter.eventClass, code) },
    })),
  ];
  if (filter.edgeFrom !== undefined || filter.edgeTo !== undefined)
    chips.push({
      key: 'edge',
      text: t.edge(say(filter.edgeFrom ?? ''), say(filter.edgeTo ?? '')),
      without: { edgeFrom: undefined, edgeTo: undefined },
    });
  if (filter.variant !== undefined) chips.push({ key: 'variant', text: t.path, without: { variant: undefined } });
  if (filter.pattern !== undefined) chips.push({ key: 'pattern', text: t.patterns[filter.pattern], without: { pattern: undefined } });
  if (least !== undefined || most !== undefined) {
    const text =
      least !== undefined && most !== undefined
        ? t.between(words(least), words(most))
        : least !== undefined
          ? t.atLeast(words(least))
          : t.under(words(most ?? 0));
    chips.push({ key: 'duration', text, without: { minDurationSeconds: undefined, maxDurationSeconds: undefined } });
  }
  return chips.map((chip) => (
    <button
      key={chip.key}
      type="button"
      className="chip"
      aria-pressed="true"
      aria-label={t.remove(chip.text)}
      title={chip.text}
      onClick={() => onChange(chip.without)}
    >
      <span className="chip__value">{chip.text}</span> <Icon small name="cross" />
    </button>
  ));
}
