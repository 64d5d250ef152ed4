// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../i18n/language';

/** A table as text: what a spreadsheet in the reader's language opens (Swedish: semicolon and decimal comma). */
export function toCsv(
  head: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
  language: Language,
): string {
  const separator = language === 'sv' ? ';' : ',';
  const cell = (value: string | number | null | undefined) => {
    const text = typeof value === 'number' ? (language === 'sv' ? String(value).replace('.', ',') : String(value)) : (value ?? '');
    // A leading sign of a formula would be run by the spreadsheet.
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /["\n\r]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `${[head, ...rows].map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`;
}

/** Saves bytes under a name. */
export function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}

const DRAWN = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** A drawing by itself: what the page's style sheet gave it is written into it. */
export function toSvg(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, at) => {
    const style = getComputedStyle(original);
    for (const name of DRAWN) {
      const value = style.getPropertyValue(name);
      if (value) copies[at]?.style.setProperty(name, value);
    }
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}
