// SPDX-License-Identifier: EUPL-1.2
const LINE = 23;

/** A name in at most two lines of a box; what does not fit is told by three dots (the whole name is read elsewhere). */
export function linesOf(name: string): string[] {
  const text = name.trim() === '' ? `”${name}”` : name;
  if (text.length <= LINE) return [text];
  const cut = text.lastIndexOf(' ', LINE);
  const first = cut > LINE / 3 ? text.slice(0, cut) : text.slice(0, LINE);
  const rest = text.slice(first.length).trim();
  return [first, rest.length > LINE ? `${rest.slice(0, LINE - 1).trim()}…` : rest];
}
