// SPDX-License-Identifier: EUPL-1.2
const PATHS = {
  home: 'M3 9.2 10 3.5l7 5.7V16a1 1 0 0 1-1 1h-3.5v-5h-5v5H4a1 1 0 0 1-1-1z',
  cases: 'M3 5.5A1.5 1.5 0 0 1 4.5 4H8l1.8 2h5.7A1.5 1.5 0 0 1 17 7.5V15a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15z',
  friction:
    'M3 4.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M13 10a2 2 0 1 0 4 0 2 2 0 1 0-4 0M3 15.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M5 6.5v7M6.9 5.2c3 .6 5.1 1.6 6.5 3.2M6.9 14.8c3-.6 5.1-1.6 6.5-3.2',
  maturity:
    'M3 5h14M3 10h14M3 15h14M5.2 5a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0M11.2 10a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0M7.2 15a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0',
  target: 'M5 17V3.5M5 4h9.5l-2 3.2 2 3.3H5',
  improve: 'M3 15.5 8 10l3.5 3L17 6.5M12.5 6.5H17V11',
  compare: 'M6.5 3.5v13M13.5 3.5v13M3.5 7h6M10.5 13h6',
  report: 'M5 3h7l3.5 3.5V17H5zM12 3v3.5h3.5M7.5 10.5h5M7.5 13.5h5',
  form: 'M5 3h10v14H5zM7.5 6.5h5M7.5 10h5M7.5 13.5h3',
  admin: 'M10 3.5a3 3 0 1 0 0 6 3 3 0 1 0 0-6M4 17c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5',
  help: 'M3.5 10a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M10 9.5V13M10 7v.1',
  more: 'M3 5.5h14M3 10h14M3 14.5h14',
  dots: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  search: 'M4 9a5 5 0 1 0 10 0A5 5 0 1 0 4 9M13 13l4 4',
  down: 'm6 8 4 4 4-4',
  up: 'm6 12 4-4 4 4',
  sort: 'm6.5 8 3.5-4 3.5 4M6.5 12l3.5 4 3.5-4',
  plus: 'M10 4.5v11M4.5 10h11',
  cross: 'm5 5 10 10M15 5 5 15',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  warning: 'M10 3.5 17.5 16h-15zM10 8.5v3.5M10 14v.1',
  clock: 'M3.5 10a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M10 6.5V10l2.5 1.5',
  incoming: 'M16 4 5 15M5 8v7h7',
  outgoing: 'M4 16 15 5M8 5h7v7',
  right: 'M3.5 10h13M11.5 5l5 5-5 5',
  flat: 'M4 10h12',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  collapse: 'm12 5-5 5 5 5M4 4v12',
  lock: 'M5.5 9h9v7.5h-9zM7 9V6.5a3 3 0 0 1 6 0V9',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing of 20 × 20; it says nothing by itself, so what stands beside it or on its button must. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'ic ic--16' : 'ic'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} strokeWidth={name === 'dots' ? 2.6 : undefined} />
    </svg>
  );
}

/** The mark of the product. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" fill="none" stroke="var(--accent)" strokeWidth="2.2" />
      <path d="M12 6.5a5.5 5.5 0 1 1-5.5 5.5" fill="none" stroke="var(--accent)" strokeWidth="2.2" strokeLinecap="round" />
      <circle cx="12" cy="12" r="1.9" fill="var(--accent)" />
    </svg>
  );
}
