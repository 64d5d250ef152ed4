// SPDX-License-Identifier: EUPL-1.2
import { type AttachedFile, useMayExport } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Icon, Tag } from '@/shared/ui';
import { fileTexts } from './texts';
import './files.css';

/**
 * Files that came with something; what is withheld says why.
 *
 * @param at address of what they came with
 */
export function AttachedFiles({ at, files }: { at: string; files: readonly AttachedFile[] }) {
  const t = useTexts(fileTexts);
  const { bytes } = useFormats();
  const mayExport = useMayExport();
  return (
    <ul className="plain">
      {files.map((file) => (
        <li key={file.id} className="small">
          {file.downloadable && mayExport ? (
            <a className="filelink" href={`${at}/files/${file.id}/content`} download={file.fileName}>
              <Icon name="download" small /> {file.fileName}
            </a>
          ) : (
            <span className="filelink">
              <Icon name="lock" small /> {file.fileName}
            </span>
          )}{' '}
          <span className="small muted">{bytes(file.size)}</span>{' '}
          {file.downloadable && !mayExport && <span className="small muted">{t.notTakenOut}</span>}
          {!file.downloadable && (
            <Tag mood={file.scanState === 'pending' && !file.quarantine ? 'info' : 'alarm'}>
              {file.quarantine ? t.quarantine[file.quarantine] : t.scan[file.scanState]}
            </Tag>
          )}
        </li>
      ))}
    </ul>
  );
}
