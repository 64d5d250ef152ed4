// SPDX-License-Identifier: EUPL-1.2
import { asProblem, cancelUpload, getUpload, startUpload, type Upload } from '@/api';
import { currentLanguage } from '@/shared/i18n/language';

/** How one part gets there; told as bytes of the part. Another one stands in for the network in tests. */
export type SendPart = (upload: Upload, start: number, part: Blob, onSent: (bytes: number) => void, signal: AbortSignal) => Promise<Upload>;

const IN_PLACE = 409;

/** Sends one part with its progress, which `fetch` cannot tell. */
export const sendPart: SendPart = (upload, start, part, onSent, signal) =>
  new Promise((sent, failed) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/v1/uploads/${upload.id}/parts/${start}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.responseType = 'json';
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () =>
      request.status === 200 ? sent(request.response as Upload) : failed(asProblem(request.response, request.status));
    request.onerror = () => failed(asProblem(undefined, 0));
    request.onabort = () => failed(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(part);
  });

/** Begins an upload of the file. */
export async function begin(file: File): Promise<Upload> {
  const { data } = await startUpload({
    body: { fileName: file.name.slice(0, 255), mediaType: file.type.slice(0, 120) || undefined, size: file.size },
  });
  return data;
}

/**
 * Sends what is left of the file, part by part, from where the service says it stands. When the service stands elsewhere than we think
 * (an answer was lost), it is asked and gone on from there.
 *
 * @throws ProblemError what the API answered, or that it could not be reached; AbortError when it was stopped
 */
export async function sendRest(
  begun: Upload,
  file: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
  part: SendPart = sendPart,
): Promise<Upload> {
  let { data: upload } = await getUpload({ path: { uploadId: begun.id } });
  while (upload.state !== 'complete') {
    const start = upload.offset;
    onSent(start);
    try {
      upload = await part(upload, start, file.slice(start, start + upload.partMaximum), (bytes) => onSent(start + bytes), signal);
    } catch (thrown) {
      if (asProblem(thrown).status !== IN_PLACE) throw thrown;
      const { data: now } = await getUpload({ path: { uploadId: begun.id } });
      if (now.offset === start && now.state !== 'complete') throw thrown;
      upload = now;
    }
  }
  onSent(file.size);
  return upload;
}

/** Forgets what has been sent; it is forgotten by itself after a day. */
export const forget = (upload: Upload) => cancelUpload({ path: { uploadId: upload.id } }).catch(() => undefined);

/** A title to begin with, out of the file's name: `situationsplan_v2.pdf` → `situationsplan v2`. */
export const titleFrom = (fileName: string) =>
  fileName
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[_]+/g, ' ')
    .trim()
    .slice(0, 300);
