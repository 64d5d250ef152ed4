// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { asProblem, changeMaturityModelDraft, getMaturityModelVersion, ifMatch, type MaturityModelVersionDetail } from '@/api';
import { Form, TextField, TextsField, useForm, useStale } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { type Same, useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Loading, notify, Page, ProblemAlert } from '@/shared/ui';
import { words as catalogue } from '../../words';
import { closed, type ModelDocument, opened } from '../document';
import { modelsChanged, modelVersionQuery } from '../queries';
import { texts } from '../texts';
import { CriteriaPart, IndicatorsPart, PerspectivesPart } from './parts';
import '../models.css';

type Words = Same<(typeof texts)['sv']>;

const route = getRouteApi('/frame/maturity/models/$modelId/$modelVersion/edit');

/** The editor of a draft. */
export function ModelEditPage() {
  const t = useTexts(texts);
  const pick = usePick();
  const words = useTexts(catalogue);
  const path = route.useParams();
  const query = useQuery(modelVersionQuery(path));
  return (
    <Page
      title={query.data ? t.editTitle(`${pick(query.data.model.title)} ${path.modelVersion}`) : t.states.draft}
      purpose={t.editPurpose}
      crumbs={[
        { text: words.maturity, to: '/maturity' },
        { text: t.models, to: '/maturity/models' },
      ]}
      actions={
        <Link to="/maturity/models/$modelId/$modelVersion" params={path} className={buttonClass()}>
          {t.show}
        </Link>
      }
    >
      {query.isPending && <Loading lines={8} />}
      {query.error && !query.data && <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data && query.data.summary.state !== 'draft' && <p className="note note--warn">{t.notADraft}</p>}
      {query.data?.summary.state === 'draft' && <Editor key={`${path.modelId}/${path.modelVersion}`} read={query.data} />}
    </Page>
  );
}

/** Whose fault it is: the code of the criterion, perspective or measure, or its place in the list while it has none. */
function placeOf(model: ModelDocument, pointer: string, t: Words): string {
  const [, , part = '', at = ''] = pointer.split('/');
  const parts = { perspectives: t.parts.perspective, criteria: t.parts.criterion, indicators: t.parts.indicator };
  if (!(part in parts)) return t.parts.model;
  const list = part as keyof typeof parts;
  return `${parts[list]} ${model[list][Number(at)]?.code || Number(at) + 1}`;
}

const shorten = (value: unknown) => JSON.stringify(value ?? '').slice(0, 200);

function Editor({ read }: { read: MaturityModelVersionDetail }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const [dirty, setDirty] = useState(false);
  const unsaved = useRef(dirty);
  unsaved.current = dirty;
  useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved.current && current.pathname !== next.pathname && !window.confirm(t.leave),
    enableBeforeUnload: () => unsaved.current,
  });
  // What this editor last read or wrote: one's own save is nobody else's change.
  const own = useRef(read);
  const pathNow = () => ({ modelId: own.current.summary.id, modelVersion: own.current.summary.version });
  const stale = useStale({
    read: { version: read.revision, document: read.document },
    fetchNow: async () => {
      const { data } = await getMaturityModelVersion({ path: pathNow() });
      return { version: data.revision, document: data.document };
    },
    compare: (_, now) =>
      Object.keys({ ...own.current.document, ...now.document })
        .map((key) => ({
          label: t.fields[key] ?? key,
          before: shorten(own.current.document[key]),
          now: shorten(now.document[key]),
        }))
        .filter((difference) => difference.before !== difference.now),
  });
  const form = useForm<{ model: ModelDocument }>({
    initial: { model: opened(read.document) },
    send: async ({ model }) => {
      const path = pathNow();
      const { data } = await stale
        .on((seen) =>
          changeMaturityModelDraft({
            path,
            headers: ifMatch(Math.max(seen.version, own.current.revision)),
            body: { document: closed(model) },
          }),
        )
        .catch((thrown: unknown) => {
          throw asProblem(thrown).withPlaces((pointer) => placeOf(model, pointer, t));
        });
      own.current = data;
      unsaved.current = false;
      setDirty(false);
      await modelsChanged(queryClient);
      notify(t.saved);
      if (data.summary.version !== path.modelVersion) {
        await navigate({ params: { modelId: data.summary.id, modelVersion: data.summary.version }, replace: true });
      }
    },
  });
  const { model } = form.values;
  const set = <K extends keyof ModelDocument>(key: K, value: ModelDocument[K]) => {
    setDirty(true);
    form.set('model', { ...model, [key]: value });
  };
  return (
    <div className="modeledit">
      {stale.alert(
        () => void form.submit(),
        () => window.location.reload(),
      )}
      <Form form={form.problem?.isStale ? { ...form, problem: null } : form} label={t.states.draft}>
        <section>
          <h2>{t.partModel}</h2>
          <div className="fieldstack">
            <TextsField
              at="/document/title"
              label={t.title}
              locales={model.locales}
              value={model.title}
              onValue={(value) => set('title', value)}
            />
            <TextsField
              at="/document/purpose"
              label={t.purpose}
              locales={model.locales}
              long
              maxLength={600}
              value={model.purpose}
              onValue={(value) => set('purpose', value)}
            />
            <TextField
              at="/document/version"
              label={t.version}
              hint={t.versionHint}
              maxLength={20}
              value={model.version}
              onValue={(value) => set('version', value)}
            />
          </div>
        </section>
        <PerspectivesPart model={model} set={set} />
        <CriteriaPart model={model} set={set} />
        {model.indicators.length > 0 && <IndicatorsPart model={model} set={set} />}
        <div className="formfoot">
          <Button look="primary" type="submit" busy={form.busy}>
            {t.save}
          </Button>
          {dirty && <span className="small muted">{t.unsaved}</span>}
        </div>
      </Form>
    </div>
  );
}
