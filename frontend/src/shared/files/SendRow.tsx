// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { announce, ProblemAlert, Progress } from '@/shared/ui';
import { fileTexts } from './texts';
import type { Sending, useSending } from './useSending';
import './files.css';

/** A file on its way in: how far it has come, and what can be done with it. What else it needs, e.g. a title, stands first in it. */
export function SendRow({
  sending,
  control,
  children,
}: {
  sending: Sending;
  control: ReturnType<typeof useSending>;
  children?: ReactNode;
}) {
  const t = useTexts(fileTexts);
  const { bytes } = useFormats();
  const { file, sent, state } = sending;
  const quarantine = sending.upload?.quarantine;
  return (
    <li className="sendrow">
      {children}
      {state === 'ready' ? (
        <p className="small muted">
          {file.name}, {bytes(file.size)}. {quarantine ? `${t.quarantine[quarantine]}.` : t.ready}
        </p>
      ) : (
        <Progress label={t.sending(file.name)} done={sent} total={file.size} text={`${bytes(sent)} / ${bytes(file.size)}`} />
      )}
      {state === 'paused' && <p className="small muted">{t.paused}</p>}
      {state === 'failed' && <p className="small muted">{t.failed}</p>}
      {sending.problem !== undefined && <ProblemAlert problem={sending.problem} />}
      <p className="row">
        {state === 'sending' && (
          <button
            type="button"
            className="linkbtn small"
            onClick={() => {
              control.pause(sending.key);
              announce(t.paused);
            }}
          >
            {t.pause}
            <span className="vh"> {file.name}</span>
          </button>
        )}
        {(state === 'paused' || state === 'failed') && (
          <button type="button" className="linkbtn small" onClick={() => control.resume(sending)}>
            {t.resume}
            <span className="vh"> {file.name}</span>
          </button>
        )}
        <button type="button" className="linkbtn small" onClick={() => control.remove(sending)}>
          {t.cancel}
          <span className="vh"> {file.name}</span>
        </button>
      </p>
    </li>
  );
}
