// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { getReport, useMayExport, useMe } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Loading, Page, ProblemAlert } from '@/shared/ui';
import { Besides } from './beside/Besides';
import { EditDialog } from './parts/EditDialog';
import { KeyFigures } from './parts/KeyFigures';
import { OwnWords, wordsOf } from './parts/OwnWords';
import { SignReport } from './parts/SignReport';
import { Sources } from './parts/Sources';
import { Recommendations, WhatFirst } from './parts/WhatFirst';
import { AllTargets, WhereTo } from './parts/WhereTo';
import { WhereWeStand } from './parts/WhereWeStand';
import { Differences, Why } from './parts/Why';
import './report.css';
import { texts } from './texts';

const route = getRouteApi('/frame/reports/$reportId');

/** Query of one report. */
export const reportQuery = (reportId: string) => ({
  queryKey: ['report', reportId],
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await getReport({ path: { reportId }, signal })).data,
});

/**
 * The report: one page with where we stand, why, where to and what first, then what it rests on. Each figure has the number of its
 * source.
 */
export function ReportPage() {
  const t = useTexts(texts);
  const pick = usePick();
  const me = useMe();
  const mayExport = useMayExport();
  const { language } = useLanguage();
  const { date, longDate, moment } = useFormats();
  const { reportId } = route.useParams();
  const { data: report, error, refetch } = useQuery(reportQuery(reportId));
  const [open, setOpen] = useState<'edit' | 'sign' | null>(null);
  const crumbs = [
    { to: '/', text: t.home },
    { to: '/reports', text: t.reports },
  ];
  if (!report) {
    return (
      <Page title={t.reports} crumbs={crumbs}>
        {error ? <ProblemAlert problem={error} onRetry={() => void refetch()} /> : <Loading />}
      </Page>
    );
  }
  const { content } = report;
  const isSigned = report.state === 'signed';
  const maySign = report.maySign && !isSigned;
  return (
    <Page
      title={report.title}
      purpose={
        isSigned && report.signedBy && report.signedAt ? t.signedNote(report.signedBy.displayName, moment(report.signedAt)) : t.draftNote
      }
      crumbs={crumbs}
      actions={
        <>
          {mayExport &&
            (['pdf', 'xlsx'] as const).map((format) => (
              <a
                key={format}
                className={buttonClass('quiet')}
                href={`/api/v1/reports/${report.id}/file?format=${format}&language=${language}`}
                download
              >
                {t.files[format]}
              </a>
            ))}
          {report.mayWrite && !isSigned && <Button onClick={() => setOpen('edit')}>{t.edit}</Button>}
          <Button look={maySign ? undefined : 'primary'} onClick={() => window.print()}>
            {t.print}
          </Button>
          {maySign && (
            <Button look="primary" onClick={() => setOpen('sign')}>
              {t.sign}
            </Button>
          )}
        </>
      }
    >
      <div className="sheets">
        <article className="sheet sheet--flow sheet--brief" aria-label={report.title}>
          <p className="row row--between small muted">
            <span>
              {pick(me.authority.name)} · {pick(content.assessment.unitName)}
            </span>
            <span>{longDate(report.signedAt ?? report.createdAt)}</span>
          </p>
          <p className="sheet__title">{report.title}</p>
          <p className="muted">{t.kind}</p>
          {report.summary && <p className="lead">{report.summary}</p>}
          {content.keyFigures && content.keyFigures.length > 0 && <KeyFigures figures={content.keyFigures} />}
          <OwnWords text={wordsOf(report, 'figures')} />
          <WhereWeStand content={content} words={wordsOf(report, 'standing')} />
          <Why content={content} words={wordsOf(report, 'why')} />
          <WhereTo content={content} words={wordsOf(report, 'targets')} />
          <div className="grid-2 endings">
            <WhatFirst content={content} words={wordsOf(report, 'first')} />
            <div>
              {report.proposal && (
                <section aria-labelledby="suggest">
                  <h2 id="suggest">{t.weSuggest}</h2>
                  <p>{report.proposal}</p>
                </section>
              )}
              <p className="sheet__sign">
                {report.signedBy ? (
                  <>
                    <b>{report.signedBy.displayName}</b>
                    <br />
                    {report.signedBy.title && (
                      <>
                        {report.signedBy.title}
                        <br />
                      </>
                    )}
                    {report.signedAt && date(report.signedAt)}
                  </>
                ) : (
                  <span className="muted">{t.signatureLine}</span>
                )}
              </p>
            </div>
          </div>
          <p className="foot">
            <span>
              {t.page} · {pick(content.assessment.modelTitle)} {content.assessment.modelVersion}
            </span>
            <span>
              {t.seal} <code>{report.contentHash.slice(0, 12)}</code>
            </span>
          </p>
        </article>
        <section className="sheet sheet--flow" aria-labelledby="basis">
          <p className="sheet__title" id="basis">
            {t.basis}
          </p>
          <Differences content={content} words={wordsOf(report, 'differences')} ofGap={wordsOf(report, 'nyttogap')} />
          <Besides content={content} />
          <AllTargets content={content} />
          <Recommendations content={content} words={wordsOf(report, 'roadmap')} />
          <Sources sources={content.sources} />
        </section>
      </div>
      {open === 'edit' && <EditDialog report={report} onClose={() => setOpen(null)} />}
      {open === 'sign' && <SignReport report={report} onClose={() => setOpen(null)} />}
    </Page>
  );
}
