// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';

/** The code in the address, taken out of it: what is in the fragment reaches no server, and should not stay in sight either. */
export function takeCode(): string {
  const code = decodeURIComponent(location.hash.slice(1));
  if (code) history.replaceState(null, '', location.pathname + location.search);
  return code;
}

/** Puts a code back that could not be asked about now: it is asked about again at the next try. */
export function putBackCode(code: string): void {
  history.replaceState(null, '', `#${code}`);
}

/** Begins at once, and anew each time another code has come into the address. */
export function useCodeInAddress(begin: () => Promise<void>): void {
  useEffect(() => {
    void begin();
    const onHash = () => {
      if (location.hash.length > 1) void begin();
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [begin]);
}
