// SPDX-License-Identifier: EUPL-1.2
const FORM = /^[A-Za-z0-9._%+'=-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$/;

/** E-mail addresses out of a pasted list: by line, comma, semicolon or blank, and out of "Name <address>"; each once. */
export function addressesIn(pasted: string): { addresses: string[]; odd: string[] } {
  const parts = pasted.split(/[\n,;]+/).flatMap((part) => {
    const inside = /<([^<>]*)>/.exec(part)?.[1];
    return (inside ?? part).trim().split(/\s+/);
  });
  const addresses = new Map<string, string>();
  const odd: string[] = [];
  for (const part of parts) {
    if (!part) continue;
    if (FORM.test(part)) addresses.set(part.toLowerCase(), part);
    else odd.push(part);
  }
  return { addresses: [...addresses.values()], odd };
}
