// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { listCaseTypesOptions } from '@/api/queries';
import { CheckGroup } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { effectTexts } from './texts';

/** Which case types an item concerns; closed until asked for, since most items concern all. */
export function CaseTypesField({ chosen, onChosen }: { chosen: readonly string[]; onChosen: (chosen: string[]) => void }) {
  const t = useTexts(effectTexts);
  const pick = usePick();
  const { data } = useQuery(listCaseTypesOptions({ query: { status: 'published' } }));
  const types = data?.items ?? [];
  if (types.length === 0) return null;
  return (
    <details open={chosen.length > 0}>
      <summary>
        {t.caseTypes} {chosen.length > 0 ? `(${chosen.length})` : `(${t.allTypes.toLowerCase()})`}
      </summary>
      <CheckGroup
        at="/caseTypes"
        label={t.ofTypes}
        hint={t.caseTypesHint}
        chosen={chosen}
        onChosen={onChosen}
        options={types.map((type) => ({ value: type.key, text: pick(type.name) }))}
      />
    </details>
  );
}
