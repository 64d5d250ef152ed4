// SPDX-License-Identifier: EUPL-1.2
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { card } from '../example';
import { Says } from './Says';

describe('what the groups say', () => {
  it('shows a distribution and the figure of agreement only from ten answers', () => {
    const { rated, roleGaps } = card();
    render(<Says rated={rated} roleGaps={roleGaps} flags={[]} />);

    expect(screen.getByText('5–9 svar: nivå 4, samlad')).toBeInTheDocument();
    expect(screen.getAllByRole('img').map((image) => image.getAttribute('aria-label'))).toEqual([
      'Fördelning: nivå 1: 38, nivå 2: 62, nivå 3: 35, nivå 4: 11, nivå 5: 2',
    ]);
    const figures = within(screen.getByRole('table'));
    expect(figures.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['Handläggare']);
    expect(figures.getByText('0,50')).toBeInTheDocument();
  });

  it('says of a small group only that it is too small', () => {
    render(<Says rated={[{ group: 'administration', shown: 'too_few' }]} roleGaps={[]} flags={[]} />);

    const row = screen.getByRole('listitem');
    expect(row).toHaveTextContent('Administration');
    expect(row).toHaveTextContent('för få svar för att visas');
    expect(row.textContent).not.toMatch(/\d/);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('calls nearly all answers a census, without an interval', () => {
    const officers = card().rated.filter((rating) => rating.group === 'handlaggare');
    const { intervalLow: _low, intervalHigh: _high, ...all } = { ...officers[0], census: true } as (typeof officers)[number];
    render(<Says rated={[all]} roleGaps={[]} flags={[]} />);

    expect(screen.getByText(/Nästan alla har svarat i handläggare/)).toBeInTheDocument();
    expect(within(screen.getByRole('table')).getByText('alla')).toBeInTheDocument();
  });

  it('tells how many cannot say in bands, group by group where they differ', () => {
    render(<Says rated={card().rated} roleGaps={[]} flags={[]} />);

    expect(screen.getByText(/Vet inte: ledning 0–10 %, handläggare 10–33 %\./)).toBeInTheDocument();
  });
});
