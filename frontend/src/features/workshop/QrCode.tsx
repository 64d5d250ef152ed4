// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import { encode } from 'uqr';

/** Empty cells around, as readers need. */
const BORDER = 2;

/** A text as a QR code, drawn here: a code is sent nowhere to be made into a picture. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'M', border: BORDER });
    const cells = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: cells.join(''), size };
  }, [text]);
  return (
    <svg className="wsqr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
