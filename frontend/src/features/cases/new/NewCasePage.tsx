// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { listCaseTypesOptions } from '@/api/queries';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Empty, Loading, notify, Page, ProblemAlert } from '@/shared/ui';
import { caseChanged } from '../queries';
import { texts as common } from '../texts';
import { Registration } from './Registration';
import { texts } from './texts';

const route = getRouteApi('/frame/cases/new');

/** Registering what has come in. The type is in the address, so that it can be a bookmark. */
export function NewCasePage() {
  const t = useTexts(texts);
  const words = useTexts(common);
  const pick = usePick();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const { type } = route.useSearch();
  const types = useQuery(listCaseTypesOptions({ query: { status: 'published' } }));
  return (
    <Page
      title={words.registerCase}
      purpose={words.registerPurpose}
      crumbs={[
        { text: words.home, to: '/' },
        { text: words.myCases, to: '/cases/mine' },
      ]}
    >
      {types.isPending && <Loading />}
      {types.error && <ProblemAlert problem={types.error} onRetry={() => void types.refetch()} />}
      {types.data?.items.length === 0 && <Empty title={t.noTypes}>{t.noTypesWhat}</Empty>}
      {types.data && types.data.items.length > 0 && (
        <Registration
          types={types.data.items.toSorted((one, other) => pick(one.name).localeCompare(pick(other.name), 'sv'))}
          typeKey={type}
          onType={(key) => void navigate({ search: (old) => ({ ...old, type: key }), replace: true })}
          onDone={async (file) => {
            await caseChanged(queryClient, file);
            notify(t.done(file.number));
            await navigate({ to: '/cases/$caseId', params: { caseId: file.id }, search: {} });
          }}
        />
      )}
    </Page>
  );
}
