// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { toCsv } from './download';

describe('a table as CSV', () => {
  const head = ['Aktivitet', 'Tid'];

  it('is what a spreadsheet of the language opens', () => {
    expect(toCsv(head, [['Beslut', 1.5]], 'sv')).toBe('Aktivitet;Tid\r\nBeslut;1,5\r\n');
    expect(toCsv(head, [['Beslut', 1.5]], 'en')).toBe('Aktivitet,Tid\r\nBeslut,1.5\r\n');
  });

  it('quotes what would break it, keeps signs of numbers and defuses formulas', () => {
    expect(toCsv(head, [['a;b "c"', -2]], 'sv')).toBe('Aktivitet;Tid\r\n"a;b ""c""";-2\r\n');
    expect(toCsv(head, [['=1+1', null]], 'sv')).toBe("Aktivitet;Tid\r\n'=1+1;\r\n");
  });
});
