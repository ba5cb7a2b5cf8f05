import type { ReactNode } from 'react';
import { encode } from 'uqr';

/** Drawn here: the key must not leave the page. Black on white in every colour scheme, with the quiet zone of the standard. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="desk-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path className="desk-qr__ground" d={`M0 0h${size}v${size}h-${size}z`} />
      <path className="desk-qr__dark" d={path} />
    </svg>
  );
}
