// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import { encode } from 'uqr';

type Props = {
  text: string;
  label: string;
  className: string;
  /** Empty cells around, as readers need: four, or two where the page around is light. */
  border: 2 | 4;
};

/** A text as a QR code, drawn here: a code is sent nowhere to be made into a picture. */
export function QrCode({ text, label, className, border }: Props) {
  const { path, size } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'M', border });
    const cells = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: cells.join(''), size };
  }, [text, border]);
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
