// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { asProblem, type CaseFile, type CaseTypeMigrationPreview, getCase, ifMatch, migrateCaseType, previewTypeMigration } from '@/api';
import { FormDialog, TextArea } from '@/shared/form';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, Dialog, Loading, notify, ProblemAlert, Table, Tag } from '@/shared/ui';
import { caseChanged } from '../queries';
import { texts } from './texts';

const SHORTEST_REASON = 10;

/** Lets a case follow the version of its type now in force: what would happen first, then for a reason. */
export function MigrateDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const preview = useQuery({
    queryKey: ['type-migration', file.id, file.version],
    queryFn: async ({ signal }) => (await previewTypeMigration({ path: { caseId: file.id }, signal })).data,
    retry: false,
    gcTime: 0,
  });
  if (!preview.data || preview.data.hindrances.length > 0) {
    return (
      <Dialog title={t.migrate} wide onClose={onClose}>
        {preview.error && <ProblemAlert problem={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.isPending && <Loading lines={4} />}
        {preview.data?.hindrances.map((hindrance) => (
          <p className="note note--warn" key={hindrance.code}>
            <LocalizedText text={hindrance.message} />
          </p>
        ))}
      </Dialog>
    );
  }
  const shown = preview.data;
  return (
    <FormDialog
      wide
      title={t.migrate}
      initial={{ reason: '' }}
      check={({ reason }) => (reason.trim().length >= SHORTEST_REASON ? [] : [{ pointer: '/reason', message: t.giveReason }])}
      send={async ({ reason }) => {
        try {
          await migrateCaseType({
            path: { caseId: file.id },
            headers: ifMatch(shown.caseVersion),
            body: { toVersion: shown.toVersion, token: shown.token, reason: reason.trim() },
          });
        } catch (thrown) {
          // Somebody was first, or the outcome has changed: the preview is made anew, and the reason stays.
          if ([409, 412].includes(asProblem(thrown).status)) await preview.refetch();
          throw thrown;
        }
        await caseChanged(queryClient, (await getCase({ path: { caseId: file.id } })).data);
        notify(t.migrated(shown.toVersion));
      }}
      submit={t.confirmMigrate}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <Preview preview={shown} />
          <TextArea
            at="/reason"
            label={t.reason}
            hint={t.migrateReasonHint}
            maxLength={1000}
            rows={3}
            value={values.reason}
            onValue={(value) => set('reason', value)}
          />
        </>
      )}
    </FormDialog>
  );
}

function Preview({ preview }: { preview: CaseTypeMigrationPreview }) {
  const t = useTexts(texts);
  const columns: Column<CaseTypeMigrationPreview['deadlines'][number]>[] = [
    { key: 'name', head: t.deadline, rowHead: true, cell: (deadline) => <LocalizedText text={deadline.name} /> },
    { key: 'before', head: t.dueBefore, cell: (deadline) => <span className="num nowrap">{deadline.before}</span> },
    { key: 'after', head: t.dueAfter, cell: (deadline) => <span className="num nowrap">{deadline.after}</span> },
    {
      key: 'change',
      head: t.what,
      cell: (deadline) => (
        <Tag mood={deadline.change === 'unchanged' ? undefined : deadline.change === 'removed' ? 'alarm' : 'warn'}>
          {t.deadlineChanges[deadline.change]}
        </Tag>
      ),
    },
  ];
  return (
    <div className="stack typenote">
      <p>
        <b>{t.migrateTo(preview.fromVersion, preview.toVersion)}.</b> {t.migrateWhat}
      </p>
      {preview.losses.length === 0 ? (
        <p>{t.nothingLost}</p>
      ) : (
        <>
          <h3>{t.losses}</h3>
          <ul className="typelist">
            {preview.losses.map((loss) => (
              <li key={loss.key}>
                <b>
                  <LocalizedText text={loss.name} />
                </b>
                : {loss.value} <span className="small muted">({t.lossWhys[loss.why]})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Needs title={t.newRequired} needs={preview.required} />
      <Needs title={t.newDocuments} needs={preview.documents} />
      {preview.deadlines.length > 0 && (
        <Table caption={t.deadlinesAfter} columns={columns} rows={preview.deadlines} rowKey={(deadline) => deadline.kind} dense cards />
      )}
    </div>
  );
}

function Needs({ title, needs }: { title: string; needs: CaseTypeMigrationPreview['required'] }) {
  if (needs.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="typelist">
        {needs.map((need) => (
          <li key={need.key}>
            <LocalizedText text={need.name} />
          </li>
        ))}
      </ul>
    </>
  );
}
