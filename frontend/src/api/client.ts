// SPDX-License-Identifier: EUPL-1.2
import { currentLanguage } from '@/shared/i18n/language';
import { client } from './gen/client.gen';
import { keyFor, settled } from './idempotency';
import { asProblem } from './problem';

type SignedOut = () => void;

let signedOut: SignedOut = () => {};

/** What to do when the session has ended (401): the application leads to the sign-in page and back. */
export function onSignedOut(handler: SignedOut): void {
  signedOut = handler;
}

/** Sends a request with the reader's language and, for a POST, with the key that makes a repeat harmless. */
async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  request.headers.set('Accept-Language', currentLanguage());
  const repeatable = request.method === 'POST' && !request.headers.has('Idempotency-Key');
  const key = repeatable ? await keyFor(request) : null;
  if (key) request.headers.set('Idempotency-Key', key.value);
  const response = await fetch(request);
  // After a fault of the server nobody knows what was done: the same words sent again keep their key.
  if (key && response.status < 500) settled(key);
  if (response.status === 401 && !/\/(sessions|me|confirmation|password)$/.test(request.url)) signedOut();
  return response;
}

client.setConfig({ baseUrl: `${location.origin}/api/v1`, fetch: send, credentials: 'same-origin' });
client.interceptors.error.use((error, response) => asProblem(error, response?.status ?? 0));

/** The version that was read, as the API wants it back. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

export { client };
