// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteCaseFilter, listCaseFilters, saveCaseFilter } from '@/api';
import { FormDialog, TextField } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Chip, Chips, Icon, notify } from '@/shared/ui';
import type { CaseListSearch } from '../states';
import { texts } from './texts';

const KEY = ['case-filters'] as const;

type Props = { search: CaseListSearch; onChoose: (search: Record<string, unknown>) => void };

/** The filters one has saved; each is an address that can be gone to. */
export function SavedFilters({ search, onChoose }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const [saving, setSaving] = useState(false);
  const { data } = useQuery({ queryKey: KEY, queryFn: async ({ signal }) => (await listCaseFilters({ signal })).data });
  const now = written(search);
  const changed = () => queryClient.invalidateQueries({ queryKey: KEY });
  const saved = data?.items ?? [];
  const at = saved.find((each) => each.search === now);
  if (saved.length === 0 && now === '') return null;
  return (
    <div className="row savedfilters">
      {saved.length > 0 && (
        <Chips label={t.filters}>
          {saved.map((each) => (
            <Chip key={each.id} pressed={each === at} onPress={() => onChoose(each === at ? {} : read(each.search))}>
              {each.name}
            </Chip>
          ))}
        </Chips>
      )}
      {at ? (
        <Button
          small
          look="quiet"
          aria-label={t.deleteFilter(at.name)}
          onClick={async () => {
            await deleteCaseFilter({ path: { filterId: at.id } });
            await changed();
            notify(t.filterDeleted(at.name));
          }}
        >
          <Icon name="cross" small />
        </Button>
      ) : (
        now !== '' && (
          <Button small look="quiet" icon="plus" onClick={() => setSaving(true)}>
            {t.saveFilter}
          </Button>
        )
      )}
      {saving && (
        <FormDialog
          title={t.saveFilter}
          initial={{ name: '' }}
          check={({ name }) => (name.trim() ? [] : [{ pointer: '/name', message: t.giveName }])}
          send={async ({ name }) => {
            await saveCaseFilter({ body: { name: name.trim(), search: now } });
            await changed();
            notify(t.filterSaved(name.trim()));
          }}
          onClose={() => setSaving(false)}
        >
          {({ values, set }) => (
            <TextField
              at="/name"
              label={t.filterName}
              hint={t.filterNameHint}
              maxLength={60}
              value={values.name}
              onValue={(value) => set('name', value)}
            />
          )}
        </FormDialog>
      )}
    </div>
  );
}

/** What is set as the search part of an address, in one order, so that the same filter is the same text. */
function written(search: CaseListSearch): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) params.append(key, String(each));
  }
  params.sort();
  return params.toString();
}

/** The other way; what the list does not know it leaves aside. */
function read(text: string): Record<string, unknown> {
  const params = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const values = params.getAll(key);
      return [key, values.length > 1 ? values : values[0]];
    }),
  );
}
