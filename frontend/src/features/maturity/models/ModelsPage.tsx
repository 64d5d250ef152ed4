// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type MaturityModelVersionSummary, useMay } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, type Column, Loading, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { words as catalogue } from '../words';
import { modelsQuery } from './queries';
import { texts } from './texts';
import './models.css';

const MOODS = { draft: 'info', published: 'ok', withdrawn: 'warn' } as const;

/** The word for where a version stands. */
export function ModelStateTag({ state }: { state: MaturityModelVersionSummary['state'] }) {
  const t = useTexts(texts);
  return <Tag mood={MOODS[state]}>{t.states[state]}</Tag>;
}

/** Every version of every model: the product's and the authority's own. */
export function ModelsPage() {
  const t = useTexts(texts);
  const words = useTexts(catalogue);
  const may = useMay();
  const query = useQuery(modelsQuery);
  const columns: Column<MaturityModelVersionSummary>[] = [
    {
      key: 'name',
      head: t.name,
      rowHead: true,
      cell: (model) => (
        <>
          <Link to="/maturity/models/$modelId/$modelVersion" params={{ modelId: model.id, modelVersion: model.version }}>
            <LocalizedText text={model.title} />
          </Link>
          <br />
          <code className="small muted">{model.id}</code>
        </>
      ),
    },
    { key: 'version', head: t.version, cell: (model) => <span className="num">{model.version}</span> },
    {
      key: 'state',
      head: t.state,
      cell: (model) => (
        <>
          <ModelStateTag state={model.state} /> {model.current && <span className="small muted">{t.current}</span>}
        </>
      ),
    },
    { key: 'criteria', head: t.criteria, numeric: true, cell: (model) => model.criteriaCount },
    { key: 'shared', head: t.shared, numeric: true, cell: (model) => model.sharedCount },
    { key: 'owner', head: t.owner, cell: (model) => t.owners[model.owner] },
  ];
  return (
    <Page
      title={t.models}
      purpose={t.modelsPurpose}
      crumbs={[{ text: words.maturity, to: '/maturity' }]}
      actions={
        may('maturity-model:draft') && (
          <Link to="/maturity/models/import" className={buttonClass('primary')}>
            {t.importModel}
          </Link>
        )
      }
    >
      {query.isPending && <Loading />}
      {query.error && <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <Table caption={t.caption} columns={columns} rows={query.data} rowKey={(model) => `${model.id} ${model.version}`} cards />
          <p className="hint modelnote">{t.compare}</p>
        </>
      )}
    </Page>
  );
}
