// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type CaseOpening, type CaseOpeningFinding, listCaseOpenings, reviewCaseOpening } from '@/api';
import { FormDialog, RadioField, TextArea } from '@/shared/form';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, Empty, Loading, LoadMore, notify, ProblemAlert, Table, Tag } from '@/shared/ui';
import { OPENINGS } from './queries';
import { texts } from './texts';

const route = getRouteApi('/frame/cases/closed');
const LEAST_NOTE = 5;

/** Emergency openings that wait for a review. */
export function OpeningsView() {
  const t = useTexts(texts);
  const { moment } = useFormats();
  const { all } = route.useSearch();
  const navigate = route.useNavigate();
  const [reviewing, setReviewing] = useState<CaseOpening>();
  const pages = usePages(
    [...OPENINGS, all ?? false],
    async (cursor, signal) => (await listCaseOpenings({ query: { all: all ?? false, cursor }, signal })).data,
  );
  const columns: Column<CaseOpening>[] = [
    { key: 'case', head: t.case, rowHead: true, className: 'nowrap', cell: (row) => row.number },
    { key: 'who', head: t.who, cell: (row) => row.openedBy.displayName },
    { key: 'when', head: t.when, className: 'nowrap', cell: (row) => moment(row.openedAt) },
    { key: 'why', head: t.why, cell: (row) => row.reason },
    {
      key: 'review',
      head: t.review,
      cell: (row) =>
        row.finding ? (
          <>
            <Tag mood={row.finding === 'justified' ? 'ok' : 'warn'}>{t.findings[row.finding]}</Tag>
            <br />
            {row.reviewNote}
            {row.reviewedBy && row.reviewedAt && (
              <span className="small muted"> {t.reviewedBy(row.reviewedBy.displayName, row.reviewedAt.slice(0, 10))}</span>
            )}
          </>
        ) : (
          <>
            <span className="nowrap">{t.reviewDue(row.reviewDue)}</span> {row.overdue && <Tag mood="alarm">{t.overdue}</Tag>}
            {!row.mayReview && (
              <>
                <br />
                <span className="small muted">{t.yourOwn}</span>
              </>
            )}
          </>
        ),
    },
    {
      key: 'act',
      head: t.act,
      cell: (row) =>
        row.mayReview && (
          <Button small aria-label={t.reviewOf(row.number)} onClick={() => setReviewing(row)}>
            {t.reviewIt}
          </Button>
        ),
    },
  ];
  return (
    <div className="closed">
      <label className="check">
        <input
          type="checkbox"
          checked={all ?? false}
          onChange={(event) => void navigate({ search: { view: 'openings', all: event.target.checked || undefined }, replace: true })}
        />
        <span>{t.alsoReviewed}</span>
      </label>
      {(pages.first?.overdue ?? 0) > 0 && (
        <p className="note note--alarm" role="status">
          {t.overdueReviews(pages.first?.overdue ?? 0)}
        </p>
      )}
      {pages.isLoading && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && pages.items.length === 0 && <Empty title={t.noOpenings}>{t.noOpeningsWhat}</Empty>}
      {pages.items.length > 0 && (
        <>
          <Table caption={t.openingsCaption} columns={columns} rows={pages.items} rowKey={(row) => row.id} cards />
          <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
        </>
      )}
      {reviewing && <ReviewDialog opening={reviewing} onClose={() => setReviewing(undefined)} />}
    </div>
  );
}

function ReviewDialog({ opening, onClose }: { opening: CaseOpening; onClose: () => void }) {
  const t = useTexts(texts);
  const { moment } = useFormats();
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.reviewOf(opening.number)}
      submit={t.reviewIt}
      initial={{ finding: '', note: '' }}
      check={({ finding, note }) => [
        ...(finding ? [] : [{ pointer: '/finding', message: t.giveFinding }]),
        ...(note.trim().length >= LEAST_NOTE ? [] : [{ pointer: '/note', message: t.giveReviewNote }]),
      ]}
      send={async ({ finding, note }) => {
        await reviewCaseOpening({
          path: { openingId: opening.id },
          body: { finding: finding as CaseOpeningFinding, note: note.trim() },
        });
        await queryClient.invalidateQueries({ queryKey: OPENINGS });
        notify(t.reviewed);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p>
            <b>{opening.openedBy.displayName}</b>, {moment(opening.openedAt)}
            <br />
            {opening.reason}
          </p>
          <RadioField
            at="/finding"
            label={t.finding}
            options={(['justified', 'unjustified'] as const).map((each) => ({ value: each, text: t.findings[each] }))}
            value={values.finding}
            onValue={(value) => set('finding', value)}
          />
          <TextArea at="/note" label={t.reviewNote} rows={3} maxLength={2000} value={values.note} onValue={(value) => set('note', value)} />
        </>
      )}
    </FormDialog>
  );
}
