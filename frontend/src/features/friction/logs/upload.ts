// SPDX-License-Identifier: EUPL-1.2
import { asProblem, type Job } from '@/api';
import { currentLanguage } from '@/shared/i18n/language';

/** What is sent, and under which key: the same wish keeps its key, so that a repeat after a lost answer imports nothing twice. */
export type Upload = { file: File; title: string; assumeZone: string; key: string };

/**
 * Sends a file with its progress told as bytes; the generated client cannot tell it, since `fetch` does not.
 *
 * @throws ProblemError what the API answered, or that it could not be reached
 */
export function sendLog({ file, title, assumeZone, key }: Upload, onProgress: (sent: number) => void, signal: AbortSignal): Promise<Job> {
  return new Promise((sent, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/event-logs?${new URLSearchParams({ title, assumeZone })}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.setRequestHeader('Idempotency-Key', key);
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => (request.status === 202 ? sent(request.response as Job) : failed(asProblem(request.response, request.status)));
    request.onerror = () => failed(asProblem(undefined, 0));
    request.onabort = () => failed(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** 128 random bits as a key. */
export const freshKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const ENDINGS = /(\.xes)?(\.gz)?$/i;

/** A name to begin with, out of the file's: `bygglov_2025.xes.gz` → `bygglov 2025`. */
export const titleFrom = (fileName: string) => fileName.replace(ENDINGS, '').replace(/[_]+/g, ' ').trim().slice(0, 200);
