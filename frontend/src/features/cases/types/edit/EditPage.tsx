// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router';
import { type ComponentType, type MouseEvent, useEffect, useRef, useState } from 'react';
import { asProblem, type CaseTypeVersionDetail, changeCaseTypeDraft, getCaseTypeVersion, ifMatch } from '@/api';
import { Form, focusField, useForm, useStale } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Loading, notify, Page, ProblemAlert, Tag } from '@/shared/ui';
import { type Definition, definitionOf, PART_KEYS, type Part, partOf } from '../definition';
import { typesChanged, versionQuery } from '../queries';
import { Remaining, usePlace } from '../Remaining';
import { texts } from '../texts';
import { DeadlinesPart } from './DeadlinesPart';
import { DecisionsPart, LettersPart } from './DecisionsPart';
import { FormPart, FormPreview } from './FormPart';
import type { PartProps } from './fields';
import { JsonPart } from './JsonPart';
import { DocumentsPart, LawPart, NamesPart, OpennessPart, RetentionPart, RoutingPart, StepsPart } from './simple';

const route = getRouteApi('/frame/case-types/$typeId/versions/$version/edit');

const FORMS: Record<Exclude<Part, 'json'>, ComponentType<PartProps>> = {
  names: NamesPart,
  law: LawPart,
  form: FormPart,
  steps: StepsPart,
  deadlines: DeadlinesPart,
  documents: DocumentsPart,
  decisions: DecisionsPart,
  letters: LettersPart,
  routing: RoutingPart,
  openness: OpennessPart,
  retention: RetentionPart,
};

/** The editor of a draft. */
export function EditPage() {
  const t = useTexts(texts);
  const pick = usePick();
  const { typeId, version } = route.useParams();
  const query = useQuery(versionQuery(typeId, Number(version)));
  const title = query.data ? t.editTitle(pick(query.data.version.name)) : t.statuses.draft;
  return (
    <Page
      title={title}
      purpose={query.data ? t.editPurpose(query.data.version.version) : undefined}
      crumbs={[
        { text: t.home, to: '/' },
        { text: t.types, to: '/case-types' },
      ]}
      actions={
        <Link to="/case-types/$typeId" params={{ typeId }} search={{ version: Number(version) }} className={buttonClass()}>
          {t.show}
        </Link>
      }
    >
      {query.isPending && <Loading lines={8} />}
      {query.error && !query.data && <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data && query.data.version.status !== 'draft' && <p className="note note--warn">{t.notADraft}</p>}
      {query.data?.version.status === 'draft' && <Editor key={`${query.data.id}/${query.data.version.version}`} read={query.data} />}
    </Page>
  );
}

type Wanted = { id: string; part: Part };

function Editor({ read }: { read: CaseTypeVersionDetail }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const place = usePlace();
  const { part = 'names' } = route.useSearch();
  const path = { caseTypeId: read.id, version: read.version.version };
  const [detail, setDetail] = useState(read);
  const [dirty, setDirty] = useState(false);
  const [json, setJson] = useState<string>();
  const [wanted, setWanted] = useState<Wanted>();
  const saved = useRef(dirty);
  saved.current = dirty;
  useBlocker({
    shouldBlockFn: ({ current, next }) => saved.current && current.pathname !== next.pathname && !window.confirm(t.leave),
    enableBeforeUnload: () => saved.current,
  });
  // What this editor last read or wrote: one's own save is nobody else's change.
  const own = useRef(read);
  const stale = useStale({
    read: { version: read.revision, definition: definitionOf(read) },
    fetchNow: async () => {
      const { data } = await getCaseTypeVersion({ path });
      return { version: data.revision, definition: definitionOf(data) };
    },
    compare: (_, now) =>
      Object.keys({ ...definitionOf(own.current), ...now.definition })
        .map((key) => ({
          label: t.parts[partOf(`/${key}`)],
          before: JSON.stringify(definitionOf(own.current)[key] ?? '').slice(0, 200),
          now: JSON.stringify(now.definition[key] ?? '').slice(0, 200),
        }))
        .filter((difference) => difference.before !== difference.now),
  });
  const form = useForm<{ definition: Definition }>({
    initial: { definition: definitionOf(read) },
    send: async ({ definition }) => {
      try {
        const { data } = await stale.on((seen) =>
          changeCaseTypeDraft({ path, headers: ifMatch(Math.max(seen.version, own.current.revision)), body: { definition } }),
        );
        own.current = data;
        setDetail(data);
        setDirty(false);
        queryClient.setQueryData(versionQuery(read.id, path.version).queryKey, data);
        await typesChanged(queryClient);
        notify(t.saved(data.faults.length));
      } catch (thrown) {
        throw asProblem(thrown).withPlaces((pointer) => place(definition, pointer.replace('/definition', '')));
      }
    },
  });
  const { definition } = form.values;
  const replace = (next: Definition) => {
    setDirty(true);
    form.set('definition', next);
  };
  const go = (pointer: string) => {
    const next = partOf(pointer);
    setWanted({ id: `${form.id}/definition${pointer}`.replaceAll('/', '-'), part: next });
    void navigate({ search: { part: next }, replace: true, resetScroll: false });
  };
  useEffect(() => {
    if (!wanted || wanted.part !== part) return;
    focusField(wanted.id);
    setWanted(undefined);
  }, [wanted, part]);
  /** The summary of faults leads to fields of parts that are not shown: first to the part, then to the field. */
  const onFault = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('.error-summary a') : null;
    const fault = form.faults.find((each) => link?.getAttribute('href') === `#${form.id}${each.pointer.replaceAll('/', '-')}`);
    if (!fault) return;
    event.preventDefault();
    event.stopPropagation();
    go(fault.pointer.replace('/definition', ''));
  };
  const counts = countsOf(
    detail,
    form.faults.map((fault) => fault.pointer.replace('/definition', '')),
  );
  const Shown = part === 'json' ? undefined : FORMS[part];
  return (
    <div onClickCapture={onFault}>
      {stale.alert(
        () => void form.submit(),
        () => window.location.reload(),
      )}
      <Remaining detail={detail} onGo={go} />
      <div className={part === 'form' ? 'typeedit typeedit--aside' : 'typeedit'}>
        <nav aria-label={t.partsNav}>
          <ul className="typeparts">
            {PART_KEYS.map((key) => (
              <li key={key}>
                <Link
                  to="/case-types/$typeId/versions/$version/edit"
                  params={{ typeId: read.id, version: String(path.version) }}
                  search={{ part: key }}
                  replace
                  resetScroll={false}
                  aria-current={key === part ? 'true' : undefined}
                >
                  {t.parts[key]}
                  {counts[key] > 0 && <Tag mood="warn">{counts[key]}</Tag>}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Form form={form} label={t.parts[part]}>
          <h2 className="typeedit__title">{t.parts[part]}</h2>
          {Shown ? (
            <Shown definition={definition} replace={replace} set={(key, value) => replace({ ...definition, [key]: value })} />
          ) : (
            <JsonPart
              definition={definition}
              text={json}
              onText={setJson}
              onUse={(next) => {
                setJson(undefined);
                replace(next);
              }}
            />
          )}
          <div className="formfoot">
            <Button look="primary" type="submit" busy={form.busy}>
              {t.save}
            </Button>
            {dirty && <span className="small muted">{t.unsaved}</span>}
          </div>
        </Form>
        {part === 'form' && <FormPreview definition={definition} />}
      </div>
    </div>
  );
}

/** How many faults each part has: those of what was sent, or those of what is saved. */
function countsOf(detail: CaseTypeVersionDetail, sent: readonly string[]): Record<Part, number> {
  const counts = Object.fromEntries(PART_KEYS.map((key) => [key, 0])) as Record<Part, number>;
  for (const pointer of sent.length > 0 ? sent : detail.faults.map((fault) => fault.pointer)) counts[partOf(pointer)] += 1;
  return counts;
}
