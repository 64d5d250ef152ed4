// SPDX-License-Identifier: EUPL-1.2
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Announcer } from '@/shared/ui';

/** What surrounds every page: announcements, and focus on the heading of a page one comes to. */
export function Root() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      }),
    [router],
  );
  return (
    <>
      <Outlet />
      <Announcer />
    </>
  );
}
