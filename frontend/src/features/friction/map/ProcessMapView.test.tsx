// SPDX-License-Identifier: EUPL-1.2
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { exampleMap, show } from '../test';
import { ProcessMapView } from './ProcessMapView';
import type { Chosen } from './selection';

const showMap = (chosen: Chosen | null, onChoose: (chosen: Chosen | null) => void = () => {}) =>
  show(
    <ProcessMapView
      map={exampleMap}
      frictions={[]}
      measure="median"
      onMeasure={() => {}}
      count={5}
      leastShare={0.05}
      chosen={chosen}
      onChoose={onChoose}
    />,
  );

it('names every step and way with its figures, and hides none of them in colour or width alone', async () => {
  showMap(null);

  expect(await screen.findByRole('button', { name: 'Beslut, 90 händelser i 90 ärenden' })).toBeInTheDocument();
  expect(
    screen.getByRole('button', { name: 'Från Komplettering till Beslut, 30 gånger i 30 ärenden, mediantid 29 dygn' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('group', { name: /Processkarta: Prövning, 100 ärenden/ })).toHaveAccessibleName(
    /Komplettering och Beslut: 29 dygn, 30 gånger/,
  );
});

it('is one tab stop; arrows go from a step to the ways on from it, and Enter chooses', async () => {
  const chose = vi.fn();
  const user = userEvent.setup();
  showMap(null, chose);
  const first = await screen.findByRole('button', { name: /^Inkommet,/ });
  const stops = () => screen.getAllByRole('button').filter((one) => one.dataset.stop !== undefined && one.tabIndex === 0);

  expect(stops()).toEqual([first]);
  first.focus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('button', { name: /^Från Inkommet till Registrerat/ })).toHaveFocus();
  expect(stops()).toHaveLength(1);
  await user.keyboard('{Enter}');
  expect(chose).toHaveBeenLastCalledWith({ kind: 'edge', from: 'Inkommet', to: 'Registrerat' });
  await user.keyboard('{End}{Home}');
  expect(first).toHaveFocus();
});

it('lights what is chosen, fades the rest, and Escape lets go', async () => {
  const chose = vi.fn();
  const user = userEvent.setup();
  const { container } = showMap({ kind: 'edge', from: 'Komplettering', to: 'Beslut' }, chose);
  const way = await screen.findByRole('button', { name: /^Från Komplettering till Beslut/ });

  expect(way).toHaveAttribute('aria-pressed', 'true');
  expect(container.querySelector('svg.fricmap')).toHaveClass('sel');
  expect(container.querySelectorAll('.edge.on')).toHaveLength(1);
  way.focus();
  await user.keyboard('{Escape}');
  expect(chose).toHaveBeenCalledWith(null);
});

it('shows a chosen way also where it is rarer than the slider says', async () => {
  showMap({ kind: 'edge', from: 'Beslut', to: 'Registrerat' });

  expect(await screen.findByRole('button', { name: /^Från Beslut till Registrerat/ })).toBeInTheDocument();
});

it('grows and shrinks by its buttons', async () => {
  const user = userEvent.setup();
  const { container } = showMap(null);
  await screen.findByRole('button', { name: /^Inkommet,/ });
  const width = () => Number(container.querySelector('svg.fricmap')?.getAttribute('width'));
  const natural = width();

  await user.click(screen.getByRole('button', { name: 'Förstora kartan' }));
  await waitFor(() => expect(width()).toBeCloseTo(natural * 1.25));
  await user.click(screen.getByRole('button', { name: 'Förminska kartan' }));
  await user.click(screen.getByRole('button', { name: 'Förminska kartan' }));
  await waitFor(() => expect(width()).toBeCloseTo(natural * 0.8));
});
