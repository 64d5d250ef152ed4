// SPDX-License-Identifier: EUPL-1.2
import { useRef, useState } from 'react';
import {
  addRecordVersion,
  type CaseFile,
  type FileRecord,
  finaliseRecord,
  ifMatch,
  makeArchivalCopy,
  type RecordFile,
  useMayExport,
  voidRecord,
} from '@/api';
import { begin, sendRest } from '@/shared/files/send';
import { fileTexts } from '@/shared/files/texts';
import { FormDialog, TextArea } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Icon, notify, ProblemAlert } from '@/shared/ui';
import { RecordTextDialog } from '../case/RecordTextDialog';
import { FileReleaseLine } from './FileReleaseLine';
import { PagesDialog } from './PagesDialog';
import { HAS_PAGES } from './pages';
import { RedactDialog } from './RedactDialog';
import { recordTexts } from './texts';

type Props = { file: CaseFile; record: FileRecord; mayEdit: boolean; onChanged: () => Promise<void> };
type Opened = { dialog: 'finalise' | 'void' | 'read' } | { dialog: 'redact' | 'pages'; of: RecordFile };

const RENDERED = /^(text\/|image\/(png|jpeg|gif|tiff|bmp))/;

/** The files of a record and what can be done with them. */
export function RecordFiles({ file, record, mayEdit, onChanged }: Props) {
  const t = useTexts(recordTexts);
  const [opened, setOpened] = useState<Opened>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const picker = useRef<HTMLInputElement>(null);
  const mayExport = useMayExport();
  const newest = record.files.find((each) => each.kind === 'version');
  const isOpen = record.status === 'draft' || record.status === 'working';
  const text = file.records.find((each) => each.id === record.id && each.readable);
  const mayCopy =
    record.status === 'final' &&
    newest?.downloadable &&
    RENDERED.test(newest.mediaType) &&
    !record.files.some((each) => each.kind === 'archival_copy');
  const close = () => setOpened(undefined);

  async function act(what: () => Promise<unknown>, done: string) {
    setBusy(true);
    setProblem(undefined);
    try {
      await what();
      notify(done);
      await onChanged();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  }
  const addVersion = (chosen: File) =>
    act(async () => {
      const upload = await sendRest(await begin(chosen), chosen, () => {}, new AbortController().signal);
      await addRecordVersion({ path: { caseId: file.id, recordId: record.id }, body: { uploadId: upload.id } });
    }, t.versionAdded);

  return (
    <div className="recordfiles">
      {record.files.length === 0 && <p className="small muted">{t.onPaper}</p>}
      <ul className="plain" aria-label={t.filesOf(record.title)}>
        {record.files.map((each) => (
          <FileLine
            key={each.id}
            caseId={file.id}
            recordId={record.id}
            of={each}
            mayEdit={mayEdit}
            mayExport={mayExport}
            onChanged={onChanged}
            {...redacting(each)}
            {...reading(each)}
          />
        ))}
      </ul>
      {record.statusReason && <p className="small">{record.statusReason}</p>}
      {problem !== undefined && <ProblemAlert problem={problem} />}
      <div className="row noprint">
        {text && (
          <Button small onClick={() => setOpened({ dialog: 'read' })}>
            {t.read}
          </Button>
        )}
        {mayEdit && mayCopy && (
          <Button
            small
            busy={busy}
            onClick={() => void act(() => makeArchivalCopy({ path: { caseId: file.id, recordId: record.id } }), t.copied)}
          >
            {t.archivalCopy}
          </Button>
        )}
        {mayEdit && isOpen && (
          <>
            <Button small busy={busy} onClick={() => picker.current?.click()}>
              {t.newVersion}
            </Button>
            <input
              ref={picker}
              type="file"
              hidden
              aria-label={t.newVersion}
              onChange={(event) => {
                const chosen = event.target.files?.[0];
                event.target.value = '';
                if (chosen) void addVersion(chosen);
              }}
            />
            {newest && (
              <Button small onClick={() => setOpened({ dialog: 'finalise' })}>
                {t.finalise}
              </Button>
            )}
            <Button small look="quiet" onClick={() => setOpened({ dialog: 'void' })}>
              {t.voiding}
            </Button>
          </>
        )}
      </div>
      {opened?.dialog === 'read' && text && <RecordTextDialog caseId={file.id} record={text} onClose={close} />}
      {opened?.dialog === 'redact' && (
        <RedactDialog caseId={file.id} recordId={record.id} of={opened.of} onClose={close} onMade={onChanged} />
      )}
      {opened?.dialog === 'pages' && <PagesDialog caseId={file.id} recordId={record.id} of={opened.of} onClose={close} />}
      {opened?.dialog === 'finalise' && (
        <FormDialog
          title={t.finalise}
          initial={{}}
          send={async () => {
            await finaliseRecord({ path: { caseId: file.id, recordId: record.id }, headers: ifMatch(record.version) });
            notify(t.finalised);
            await onChanged();
          }}
          onClose={close}
        >
          {() => <p>{t.finaliseWhat}</p>}
        </FormDialog>
      )}
      {opened?.dialog === 'void' && (
        <FormDialog
          title={t.voiding}
          look="danger"
          initial={{ reason: '' }}
          check={({ reason }) => (reason.trim() ? [] : [{ pointer: '/reason', message: t.giveReason }])}
          send={async ({ reason }) => {
            await voidRecord({
              path: { caseId: file.id, recordId: record.id },
              headers: ifMatch(record.version),
              body: { reason: reason.trim() },
            });
            notify(t.voided);
            await onChanged();
          }}
          onClose={close}
        >
          {({ values, set }) => (
            <>
              <p>{t.voidWhat}</p>
              <TextArea
                at="/reason"
                label={t.reason}
                maxLength={1000}
                rows={3}
                value={values.reason}
                onValue={(value) => set('reason', value)}
              />
            </>
          )}
        </FormDialog>
      )}
    </div>
  );

  function redacting(of: RecordFile) {
    const may = mayEdit && of.downloadable && of.kind !== 'redacted_copy' && HAS_PAGES.test(of.mediaType);
    return may ? { onRedact: () => setOpened({ dialog: 'redact', of }) } : {};
  }

  function reading(of: RecordFile) {
    return of.downloadable && HAS_PAGES.test(of.mediaType) ? { onRead: () => setOpened({ dialog: 'pages', of }) } : {};
  }
}

type LineProps = {
  caseId: string;
  recordId: string;
  of: RecordFile;
  mayEdit: boolean;
  mayExport: boolean;
  onChanged: () => Promise<void>;
  onRedact?: () => void;
  onRead?: () => void;
};

function FileLine({ caseId, recordId, of, mayEdit, mayExport, onChanged, onRedact, onRead }: LineProps) {
  const t = useTexts(recordTexts);
  const words = useTexts(fileTexts);
  const { bytes, moment } = useFormats();
  return (
    <li className="small">
      <b>
        {t.kinds[of.kind]} {(of.kind !== 'archival_copy' || of.n > 1) && of.n}
      </b>{' '}
      <span className="muted">
        {of.size !== undefined && `${bytes(of.size)}, `}
        {moment(of.createdAt)}
        {of.createdBy && `, ${of.createdBy.displayName}`}
      </span>
      <br />
      {of.downloadable && mayExport ? (
        <a
          className="filelink"
          href={`/api/v1/cases/${caseId}/records/${recordId}/files/${of.id}/content`}
          download={of.fileName}
          aria-label={t.download(of.fileName)}
        >
          <Icon name="download" small /> {of.fileName}
        </a>
      ) : (
        <span className="filelink">
          <Icon name="lock" small /> {of.fileName}
        </span>
      )}
      {onRead && (
        <button type="button" className="linkbtn noprint" onClick={onRead}>
          {t.readPages}
          <span className="vh"> {of.fileName}</span>
        </button>
      )}{' '}
      {onRedact && (
        <button type="button" className="linkbtn noprint" onClick={onRedact}>
          {t.redact}
          <span className="vh"> {of.fileName}</span>
        </button>
      )}
      <span className="muted recordfiles__said">
        {of.quarantine ? words.quarantine[of.quarantine] : words.scan[of.scanState]}.{' '}
        {of.typeMismatch && !of.quarantine && `${t.mismatch(of.mediaType)}. `}
        {of.note && `${of.note}. `}
        {of.downloadable && !mayExport && `${words.notTakenOut} `}
        <span title={of.sha256}>
          {t.hash} {of.sha256.slice(0, 12)}…
        </span>
      </span>
      <FileReleaseLine caseId={caseId} recordId={recordId} of={of} mayEdit={mayEdit} onChanged={onChanged} />
    </li>
  );
}
