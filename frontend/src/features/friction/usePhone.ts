// SPDX-License-Identifier: EUPL-1.2
import { useSyncExternalStore } from 'react';

const PHONE = '(max-width: 760px)';

const subscribe = (told: () => void) => {
  const query = window.matchMedia?.(PHONE);
  query?.addEventListener('change', told);
  return () => query?.removeEventListener('change', told);
};

/** Whether the page is as narrow as a phone, where the map opens as a table. */
export const usePhone = () => useSyncExternalStore(subscribe, () => window.matchMedia?.(PHONE).matches ?? false);
