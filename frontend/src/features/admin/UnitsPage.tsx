// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { changeUnit, createUnit, getUnit, ifMatch, type Unit, useMay } from '@/api';
import { listUnitsOptions, listUnitsQueryKey } from '@/api/queries';
import { DateField, FormDialog, isDay, SelectField, TextField, useStale } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Chip, type Column, Loading, notify, Page, ProblemAlert, Table } from '@/shared/ui';
import { texts } from './texts';

const CODE = /^[A-ZÅÄÖ0-9-]{1,20}$/;
const route = getRouteApi('/frame/admin/units');

/** How deep each unit lies below the authority itself. */
function depths(units: readonly Unit[]): Map<string, number> {
  const depth = new Map<string, number>();
  for (const unit of units) depth.set(unit.id, unit.parentId ? (depth.get(unit.parentId) ?? 0) + 1 : 0);
  return depth;
}

/** The unit tree. */
export function UnitsPage() {
  const t = useTexts(texts);
  const may = useMay();
  const { ended } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(listUnitsOptions({ query: { includeEnded: ended } }));
  const [open, setOpen] = useState<Unit | 'new' | null>(null);
  const units = query.data?.items ?? [];
  const depth = depths(units);
  const columns: Column<Unit>[] = [
    {
      key: 'name',
      head: t.name,
      rowHead: true,
      cell: (unit) => (
        <span style={{ paddingLeft: `${(depth.get(unit.id) ?? 0) * 24}px` }}>
          <LocalizedText text={unit.name} />
        </span>
      ),
    },
    { key: 'code', head: t.code, cell: (unit) => unit.code },
    { key: 'valid', head: t.valid, cell: (unit) => (unit.validTo ? t.until(unit.validFrom, unit.validTo) : t.since(unit.validFrom)) },
    ...(may('unit:manage')
      ? [
          {
            key: 'acts',
            head: t.acts,
            cell: (unit: Unit) =>
              unit.validTo ? null : (
                <Button small look="quiet" onClick={() => setOpen(unit)}>
                  {t.changeUnit}
                  <span className="vh">{unit.code}</span>
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title={t.units}
      purpose={t.unitsPurpose}
      crumbs={[
        { text: t.home, to: '/' },
        { text: t.users, to: '/admin/users' },
      ]}
      actions={
        may('unit:manage') && (
          <Button look="primary" icon="plus" onClick={() => setOpen('new')}>
            {t.addUnit}
          </Button>
        )
      }
    >
      <p>
        <Chip
          pressed={ended === true}
          onPress={() => void navigate({ search: (old) => ({ ...old, ended: ended ? undefined : true }), replace: true })}
        >
          {t.showEnded}
        </Chip>
      </p>
      {query.isPending && <Loading />}
      {query.error && <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />}
      {units.length > 0 && (
        <Table caption={t.unitsCaption} columns={columns} rows={units} rowKey={(unit) => unit.id} dense cards className="table--mid" />
      )}
      {open === 'new' && <NewUnitDialog units={units} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && <ChangeUnitDialog unit={open} units={units} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function useUnitsChanged() {
  const queryClient = useQueryClient();
  const [{ _id }] = listUnitsQueryKey();
  return () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [key] }) => typeof key === 'object' && key !== null && '_id' in key && key._id === _id,
    });
}

function NewUnitDialog({ units, onClose }: { units: readonly Unit[]; onClose: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const today = useToday();
  const changed = useUnitsChanged();
  return (
    <FormDialog
      title={t.addUnit}
      initial={{ parentId: units[0]?.id ?? '', code: '', sv: '', en: '', validFrom: today }}
      check={({ code, sv, validFrom }) => [
        ...(CODE.test(code.trim()) ? [] : [{ pointer: '/code', message: t.giveCode }]),
        ...(sv.trim() ? [] : [{ pointer: '/name/sv', message: t.giveName }]),
        ...(isDay(validFrom) ? [] : [{ pointer: '/validFrom', message: t.giveDay }]),
      ]}
      send={async ({ parentId, code, sv, en, validFrom }) => {
        await createUnit({ body: { parentId, code: code.trim(), name: { sv: sv.trim(), en: en.trim() || undefined }, validFrom } });
        await changed();
        notify(t.unitMade(sv.trim()));
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <SelectField
            at="/parentId"
            label={t.parent}
            options={units.filter((unit) => !unit.validTo).map((unit) => ({ value: unit.id, text: pick(unit.name) }))}
            value={values.parentId}
            onValue={(value) => set('parentId', value)}
          />
          <TextField at="/name/sv" label={t.nameSv} maxLength={200} value={values.sv} onValue={(value) => set('sv', value)} />
          <TextField at="/name/en" label={t.nameEn} optional maxLength={200} value={values.en} onValue={(value) => set('en', value)} />
          <TextField
            at="/code"
            label={t.code}
            hint={t.codeHint}
            maxLength={20}
            value={values.code}
            onValue={(value) => set('code', value)}
          />
          <DateField at="/validFrom" label={t.from} value={values.validFrom} onValue={(value) => set('validFrom', value)} />
        </>
      )}
    </FormDialog>
  );
}

function ChangeUnitDialog({ unit, units, onClose }: { unit: Unit; units: readonly Unit[]; onClose: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const changed = useUnitsChanged();
  const faces: [string, (version: Unit) => string][] = [
    [t.nameSv, (version) => version.name.sv ?? t.none],
    [t.nameEn, (version) => version.name.en ?? t.none],
    [t.lastDay, (version) => version.validTo ?? t.none],
  ];
  const stale = useStale({
    read: unit,
    fetchNow: async () => (await getUnit({ path: { unitId: unit.id } })).data,
    compare: (before, now) =>
      faces.map(([label, face]) => ({ label, before: face(before), now: face(now) })).filter((each) => each.before !== each.now),
  });
  return (
    <FormDialog
      stale={stale}
      title={`${t.changeUnit}: ${pick(unit.name)}`}
      submit={t.save}
      initial={{ sv: unit.name.sv ?? '', en: unit.name.en ?? '', validTo: '', successorId: '' }}
      check={({ sv, validTo, successorId }) => [
        ...(sv.trim() ? [] : [{ pointer: '/name/sv', message: t.giveName }]),
        ...(validTo === '' || isDay(validTo) ? [] : [{ pointer: '/validTo', message: t.giveDay }]),
        ...(validTo !== '' && !successorId ? [{ pointer: '/successorIds', message: t.giveSuccessor }] : []),
      ]}
      send={async ({ sv, en, validTo, successorId }) => {
        await stale.on((seen) =>
          changeUnit({
            path: { unitId: unit.id },
            headers: ifMatch(seen.version),
            body: { name: { sv: sv.trim(), en: en.trim() || undefined }, ...(validTo ? { validTo, successorIds: [successorId] } : {}) },
          }),
        );
        await changed();
        notify(t.unitSaved);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <TextField at="/name/sv" label={t.nameSv} maxLength={200} value={values.sv} onValue={(value) => set('sv', value)} />
          <TextField at="/name/en" label={t.nameEn} optional maxLength={200} value={values.en} onValue={(value) => set('en', value)} />
          {unit.parentId && (
            <DateField
              at="/validTo"
              label={t.lastDay}
              hint={t.lastDayHint}
              optional
              value={values.validTo}
              onValue={(value) => set('validTo', value)}
            />
          )}
          {values.validTo !== '' && (
            <SelectField
              at="/successorIds"
              label={t.successor}
              empty={t.choose}
              options={units
                .filter((each) => each.id !== unit.id && !each.validTo)
                .map((each) => ({ value: each.id, text: pick(each.name) }))}
              value={values.successorId}
              onValue={(value) => set('successorId', value)}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
