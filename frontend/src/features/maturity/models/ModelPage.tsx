// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type MaturityModel, type MaturityModelAct, type MaturityModelVersionDetail, useMayExport } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Loading, Page, ProblemAlert } from '@/shared/ui';
import { words as catalogue } from '../words';
import { DiscardDialog, DraftDialog, PublishDialog, pathOf, WithdrawDialog } from './acts';
import { ModelChanges } from './ModelChanges';
import { ModelStateTag } from './ModelsPage';
import { modelVersionQuery } from './queries';
import { texts } from './texts';
import './models.css';

const route = getRouteApi('/frame/maturity/models/$modelId/$modelVersion');
const FORMATS = ['yaml', 'json', 'xlsx'] as const;

/** A version of a model: what it asks, what differs, and what can be done with it. */
export function ModelPage() {
  const t = useTexts(texts);
  const pick = usePick();
  const words = useTexts(catalogue);
  const path = route.useParams();
  const query = useQuery(modelVersionQuery(path));
  const detail = query.data;
  return (
    <Page
      title={detail ? `${pick(detail.model.title)} ${path.modelVersion}` : path.modelId}
      purpose={detail ? pick(detail.model.purpose) : undefined}
      crumbs={[
        { text: words.maturity, to: '/maturity' },
        { text: t.models, to: '/maturity/models' },
      ]}
      actions={detail && <Acts detail={detail} />}
    >
      {query.isPending && <Loading lines={8} />}
      {query.error && !detail && <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />}
      {detail && (
        <div className="modelview">
          <Facts detail={detail} />
          {detail.summary.owner === 'authority' && <ModelChanges path={path} />}
          <Criteria model={detail.model} />
        </div>
      )}
    </Page>
  );
}

function Acts({ detail }: { detail: MaturityModelVersionDetail }) {
  const t = useTexts(texts);
  const pick = usePick();
  const [open, setOpen] = useState<MaturityModelAct | null>(null);
  const close = () => setOpen(null);
  const may = (act: MaturityModelAct) => detail.acts.find((each) => each.act === act);
  const why = detail.acts.find((each) => !each.possible)?.hindrance;
  const button = (act: MaturityModelAct, look?: 'primary' | 'quiet') =>
    may(act)?.possible && (
      <Button look={look} onClick={() => setOpen(act)}>
        {t.acts[act]}
      </Button>
    );
  return (
    <>
      {button('discard', 'quiet')}
      {button('withdraw')}
      {button('draft', 'primary')}
      {may('change')?.possible && (
        <Link to="/maturity/models/$modelId/$modelVersion/edit" params={pathOf(detail)} className={buttonClass('primary')}>
          {t.acts.change}
        </Link>
      )}
      {button('publish', 'primary')}
      {why && <p className="small muted modelwhy">{t.notNow(pick(why))}</p>}
      {open === 'draft' && <DraftDialog detail={detail} onClose={close} />}
      {open === 'discard' && <DiscardDialog detail={detail} onClose={close} />}
      {open === 'publish' && <PublishDialog detail={detail} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog detail={detail} onClose={close} />}
    </>
  );
}

function Facts({ detail }: { detail: MaturityModelVersionDetail }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const mayExport = useMayExport();
  const { summary } = detail;
  const { modelId, modelVersion } = pathOf(detail);
  const by = (who: { displayName: string } | undefined, at: string | undefined) => who && at && t.byOn(who.displayName, date(at));
  const facts: [string, string | undefined][] = [
    [t.owner, t.owners[summary.owner]],
    [t.criteria, String(summary.criteriaCount)],
    [t.shared, String(summary.sharedCount)],
    [t.basedOn, summary.basedOn && `${summary.basedOn.id} ${summary.basedOn.version}`],
    [t.draftedBy, by(summary.draftedBy, summary.draftedAt)],
    [t.publishedBy, by(summary.publishedBy, summary.publishedAt)],
    [t.withdrawnBy, by(summary.withdrawnBy, summary.withdrawnAt)],
  ];
  return (
    <>
      <dl className="casefacts">
        <div>
          <dt>{t.state}</dt>
          <dd>
            <ModelStateTag state={summary.state} />
          </dd>
        </div>
        {facts.map(
          ([word, value]) =>
            value && (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {summary.withdrawnReason && <p className="note note--warn">{t.why(summary.withdrawnReason)}</p>}
      {mayExport && (
        <p className="modelfiles small noprint">
          {t.download}:{' '}
          {FORMATS.map((format) => (
            <a key={format} href={`/api/v1/maturity-models/${modelId}/versions/${modelVersion}/file?format=${format}`} download>
              {t.formats[format]}
            </a>
          ))}
        </p>
      )}
    </>
  );
}

function Criteria({ model }: { model: MaturityModel }) {
  const t = useTexts(texts);
  return model.perspectives.map((perspective) => (
    <section key={perspective.code} aria-labelledby={`p-${perspective.code}`}>
      <h2 id={`p-${perspective.code}`}>
        <LocalizedText text={perspective.name} />
      </h2>
      <p className="muted">
        <LocalizedText text={perspective.description} />
      </p>
      {model.criteria
        .filter((criterion) => criterion.perspective === perspective.code)
        .map((criterion) => (
          <details className="formitem" key={criterion.code}>
            <summary>
              <span className="modelcode">{criterion.code}</span> <LocalizedText text={criterion.name} />
            </summary>
            <p>
              <LocalizedText text={criterion.question} />
            </p>
            <p className="small muted">
              {[
                t.criterionFacts[criterion.aspect],
                criterion.dimension !== 'none' && t.dimensions[criterion.dimension],
                criterion.pairedIntake && t.pairedWith(criterion.pairedIntake),
                criterion.indicators.length > 0 && `${t.measures}: ${criterion.indicators.join(', ')}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <ol className="plain modellevels">
              {criterion.levels.map(({ level, text }) => (
                <li key={level}>
                  <b>{t.level(level)}.</b> <LocalizedText text={text} />
                </li>
              ))}
            </ol>
          </details>
        ))}
    </section>
  ));
}
