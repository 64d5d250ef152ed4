// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CaseTypeAct, type CaseTypeVersion, type CaseTypeVersionDetail, useMayExport } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Loading, Page, ProblemAlert, Tag } from '@/shared/ui';
import { DiscardDialog, DraftDialog, PublishDialog, RetireDialog } from './acts';
import { ChangesSection } from './Changes';
import { definitionOf } from './definition';
import { downloadBundle } from './download';
import { versionQuery, versionsQuery } from './queries';
import { Remaining } from './Remaining';
import { texts } from './texts';
import { Overview } from './view/Overview';

const route = getRouteApi('/frame/case-types/$typeId');

/** A case type in one of its versions: the whole configuration, and the versions beside it. */
export function TypePage() {
  const t = useTexts(texts);
  const pick = usePick();
  const { typeId } = route.useParams();
  const { version } = route.useSearch();
  const versions = useQuery(versionsQuery(typeId));
  const shown = version ?? versions.data?.find((each) => each.inForce)?.version ?? versions.data?.[0]?.version;
  const detail = useQuery({ ...versionQuery(typeId, shown ?? 1), enabled: shown !== undefined });
  const problem = versions.error ?? detail.error;
  const name = detail.data ? pick(detail.data.version.name) : t.crumbType;
  return (
    <Page
      title={name}
      purpose={detail.data ? pick(definitionOf(detail.data).description) : undefined}
      crumbs={[
        { text: t.home, to: '/' },
        { text: t.types, to: '/case-types' },
      ]}
      actions={detail.data && <Acts detail={detail.data} />}
    >
      {problem && <ProblemAlert problem={problem} onRetry={() => void versions.refetch()} />}
      {!problem && !detail.data && <Loading lines={8} />}
      {detail.data && versions.data && (
        <div className="case">
          <div className="typeview">
            <Facts detail={detail.data} />
            {detail.data.version.status === 'draft' && <Remaining detail={detail.data} />}
            {detail.data.version.basedOn && detail.data.version.status === 'draft' && <ChangesSection detail={detail.data} />}
            <Overview definition={definitionOf(detail.data)} />
          </div>
          <aside className="side">
            <Versions typeId={typeId} versions={versions.data} shown={detail.data.version.version} />
          </aside>
        </div>
      )}
    </Page>
  );
}

function Acts({ detail }: { detail: CaseTypeVersionDetail }) {
  const t = useTexts(texts);
  const pick = usePick();
  const [open, setOpen] = useState<CaseTypeAct | null>(null);
  const mayExport = useMayExport();
  const exporting = useMutation({ mutationFn: () => downloadBundle([detail.key]) });
  const close = () => setOpen(null);
  const may = (act: CaseTypeAct) => detail.acts.find((each) => each.act === act);
  const why = detail.acts.find((each) => !each.possible)?.hindrance;
  const button = (act: CaseTypeAct, look?: 'primary' | 'quiet') =>
    may(act)?.possible && (
      <Button look={look} onClick={() => setOpen(act)}>
        {t.acts[act]}
      </Button>
    );
  return (
    <>
      {detail.version.inForce && mayExport && (
        <Button icon="download" look="quiet" busy={exporting.isPending} onClick={() => exporting.mutate()}>
          {t.exportOne}
        </Button>
      )}
      {button('discard', 'quiet')}
      {button('retire')}
      {button('draft')}
      {may('change')?.possible && (
        <Link
          to="/case-types/$typeId/versions/$version/edit"
          params={{ typeId: detail.id, version: String(detail.version.version) }}
          search={{}}
          className={buttonClass('primary')}
        >
          {t.acts.change}
        </Link>
      )}
      {button('publish', 'primary')}
      {why && <p className="small muted typehead__why">{t.notNow(pick(why))}</p>}
      {open === 'discard' && <DiscardDialog detail={detail} onClose={close} />}
      {open === 'retire' && <RetireDialog detail={detail} onClose={close} />}
      {open === 'draft' && <DraftDialog detail={detail} onClose={close} />}
      {open === 'publish' && <PublishDialog detail={detail} onClose={close} />}
    </>
  );
}

/** The word for where a version stands. */
function StatusTag({ version }: { version: CaseTypeVersion }) {
  const t = useTexts(texts);
  if (version.inForce) return <Tag mood="ok">{t.inForce}</Tag>;
  const moods = { draft: 'info', published: undefined, retired: 'warn' } as const;
  return <Tag mood={moods[version.status]}>{t.statuses[version.status]}</Tag>;
}

function Facts({ detail }: { detail: CaseTypeVersionDetail }) {
  const t = useTexts(texts);
  const definition = definitionOf(detail);
  const { version } = detail;
  const facts = [
    [t.classCode, definition.classCode.code],
    [t.unit, definition.defaultUnit],
    [t.initiative, t.initiatives[definition.initiative as keyof typeof t.initiatives]],
    [t.secrecyDefault, t.secrecyLevels[definition.secrecyDefault.level as keyof typeof t.secrecyLevels]],
  ] as const;
  return (
    <dl className="casefacts">
      <div>
        <dt>{t.versionNo(version.version)}</dt>
        <dd>
          <StatusTag version={version} />
        </dd>
      </div>
      <div>
        <dt>{t.validFrom}</dt>
        <dd>{version.inForceTo ? t.period(version.validFrom, version.inForceTo) : version.validFrom}</dd>
      </div>
      {facts.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Versions({ typeId, versions, shown }: { typeId: string; versions: readonly CaseTypeVersion[]; shown: number }) {
  const t = useTexts(texts);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t.versions}</h2>
      <ul className="plain">
        {versions.map((version) => (
          <li key={version.version}>
            <div className="row row--between">
              <Link
                to="/case-types/$typeId"
                params={{ typeId }}
                search={{ version: version.version }}
                aria-current={version.version === shown ? 'true' : undefined}
              >
                {t.versionNo(version.version)}
              </Link>
              <StatusTag version={version} />
            </div>
            <p className="small muted">{version.inForceTo ? t.period(version.validFrom, version.inForceTo) : t.from(version.validFrom)}</p>
            <History version={version} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ version }: { version: CaseTypeVersion }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const lines = [
    version.draftedBy ? t.draftedBy(version.draftedBy.displayName, date(version.draftedAt)) : t.draftedAt(date(version.draftedAt)),
    version.publishedAt &&
      (version.publishedBy
        ? t.publishedBy(version.publishedBy.displayName, date(version.publishedAt))
        : t.publishedAt(date(version.publishedAt))),
    version.retiredBy && version.retiredAt && t.retiredBy(version.retiredBy.displayName, date(version.retiredAt)),
    version.retiredReason,
  ];
  return lines
    .filter((line) => line)
    .map((line) => (
      <p className="small muted" key={line}>
        {line}
      </p>
    ));
}
