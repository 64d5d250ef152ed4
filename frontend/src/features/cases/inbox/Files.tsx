// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { type InboxItem, useMayExport } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Icon, ProblemAlert, Progress, Tag } from '@/shared/ui';
import { recordTexts } from '../records/texts';
import type { Sending, useSending } from '../records/useSending';
import { texts } from './texts';
import '../records/records.css';

/** Files to go with what is received: sent at once, each with its progress and resumable. */
export function FilesField({ sending }: { sending: ReturnType<typeof useSending> }) {
  const t = useTexts(texts);
  const words = useTexts(recordTexts);
  const id = useId();
  return (
    <fieldset className="field">
      <legend className="label">
        {t.files} <span className="optional">({t.optional})</span>
      </legend>
      <p className="hint">{t.filesHint}</p>
      <p className="inbox__choose">
        <input
          id={id}
          className="filedrop__input"
          type="file"
          multiple
          onChange={(event) => {
            sending.add(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        <label className="btn btn--sm" htmlFor={id}>
          {words.choose}
        </label>
      </p>
      {sending.all.length > 0 && (
        <ul className="plain">
          {sending.all.map((each) => (
            <Row key={each.key} sending={each} control={sending} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

function Row({ sending, control }: { sending: Sending; control: ReturnType<typeof useSending> }) {
  const words = useTexts(recordTexts);
  const { bytes } = useFormats();
  const { file, sent, state } = sending;
  const quarantine = sending.upload?.quarantine;
  return (
    <li className="sendrow">
      {state === 'ready' ? (
        <p className="small">
          {file.name}, {bytes(file.size)}. {quarantine ? `${words.quarantine[quarantine]}.` : words.ready}
        </p>
      ) : (
        <Progress label={words.sending(file.name)} done={sent} total={file.size} text={`${bytes(sent)} / ${bytes(file.size)}`} />
      )}
      {state === 'failed' && <p className="small muted">{words.failed}</p>}
      {sending.problem !== undefined && <ProblemAlert problem={sending.problem} />}
      <p className="row">
        {(state === 'paused' || state === 'failed') && (
          <button type="button" className="linkbtn small" onClick={() => control.resume(sending)}>
            {words.resume}
          </button>
        )}
        <button type="button" className="linkbtn small" onClick={() => control.remove(sending)}>
          {words.cancel}
          <span className="vh"> {file.name}</span>
        </button>
      </p>
    </li>
  );
}

/** The files that came with an item; what is withheld says why. */
export function ItemFiles({ item }: { item: InboxItem }) {
  const t = useTexts(texts);
  const words = useTexts(recordTexts);
  const { bytes } = useFormats();
  const mayExport = useMayExport();
  if (!item.files?.length) return null;
  return (
    <section aria-labelledby="inbox-files" className="section--tight inbox__files">
      <h3 id="inbox-files">{t.files}</h3>
      <ul className="plain">
        {item.files.map((file) => (
          <li key={file.id}>
            {file.downloadable && mayExport ? (
              <a className="filelink" href={`/api/v1/inbox-items/${item.id}/files/${file.id}/content`} download={file.fileName}>
                <Icon name="download" small /> {file.fileName}
              </a>
            ) : (
              <span className="filelink">
                <Icon name="lock" small /> {file.fileName}
              </span>
            )}{' '}
            <span className="small muted">{bytes(file.size)}</span>{' '}
            {file.downloadable && !mayExport && <span className="small muted">{words.notTakenOut}</span>}
            {!file.downloadable && (
              <Tag mood={file.scanState === 'pending' && !file.quarantine ? 'info' : 'alarm'}>
                {file.quarantine ? words.quarantine[file.quarantine] : words.scan[file.scanState]}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
