type Recognise = (head: Buffer) => boolean;

const startsWith =
  (...bytes: readonly number[]): Recognise =>
  (head) =>
    bytes.every((byte, index) => head[index] === byte);

const text = (head: Buffer, from: number, to: number): string => head.toString('latin1', from, to);

/** Brands of ISO base media files that are still HEIF pictures (ISO/IEC 23008-12). */
const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1']);

const kinds: readonly { mediaType: string; title: string; recognise: Recognise }[] = [
  { mediaType: 'image/jpeg', title: 'JPEG', recognise: startsWith(0xff, 0xd8, 0xff) },
  {
    mediaType: 'image/png',
    title: 'PNG',
    recognise: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  { mediaType: 'application/pdf', title: 'PDF', recognise: (head) => text(head, 0, 5) === '%PDF-' },
  {
    mediaType: 'image/heic',
    title: 'HEIC',
    recognise: (head) => text(head, 4, 8) === 'ftyp' && heifBrands.has(text(head, 8, 12)),
  },
  {
    mediaType: 'image/webp',
    title: 'WebP',
    recognise: (head) => text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP',
  },
];

/** The kind of a file by its first 64 bytes, whatever its name or sender says; null when it is none that we know. */
export function mediaTypeOf(head: Buffer): string | null {
  return kinds.find(({ recognise }) => recognise(head))?.mediaType ?? null;
}

/** `image/jpeg` → `JPEG`, for people. */
export function mediaTypeTitle(mediaType: string): string {
  return kinds.find((kind) => kind.mediaType === mediaType)?.title ?? mediaType;
}

/** May a browser show it in place? HEIC is not shown by most. */
export function isShownInPlace(mediaType: string): boolean {
  return ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'].includes(mediaType);
}
