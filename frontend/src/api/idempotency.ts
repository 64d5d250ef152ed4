// SPDX-License-Identifier: EUPL-1.2
/** The key of one wish: the same words to the same address keep it until an answer has come. */
export type WishKey = { wish: string; value: string };

const waiting = new Map<string, string>();

/** 128 random bits; `randomUUID` itself is closed to pages without https. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The key of what is asked; a repeat after a lost answer, or a second press of the button, gets the first one's key. */
export async function keyFor(request: Request): Promise<WishKey> {
  const isText = (request.headers.get('Content-Type') ?? '').includes('json') || request.body === null;
  // A file is not read for its key: each time it is sent is a wish of its own.
  if (!isText) return { wish: '', value: freshKey() };
  const wish = `${request.url} ${request.headers.get('If-Match') ?? ''} ${await request.clone().text()}`;
  const value = waiting.get(wish) ?? freshKey();
  waiting.set(wish, value);
  return { wish, value };
}

/** An answer has come: the same words are from now on a new wish. */
export function settled(key: WishKey): void {
  waiting.delete(key.wish);
}
