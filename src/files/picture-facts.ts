import { crc32 } from 'node:zlib';

/** What a photograph says of itself, and the photograph without what it says of the place. */
export interface PictureFacts {
  /** Civil time of the camera, `2026-05-01T10:20:30`; null when it does not say. */
  readonly takenAt: string | null;
  /** The same file, byte for byte as long, without its position; null when it holds none. */
  readonly withoutPlace: Buffer | null;
}

const tags = { gps: 0x8825, exif: 0x8769, takenAt: 0x9003 };
/** Bytes of one value by its type (TIFF 6.0, section 2). */
const typeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const mostEntries = 500;

/**
 * Reads the Exif data (CIPA DC-008) of a picture, wherever its container keeps them: JPEG, HEIC, WebP and PNG all hold
 * a TIFF block as it is. Offsets inside stay true because nothing is moved; a block that makes no sense is left alone.
 */
export function pictureFacts(content: Buffer): PictureFacts {
  const copy = Buffer.from(content);
  let takenAt: string | null = null;
  for (const block of tiffBlocks(copy)) {
    takenAt ??= dateOf(block);
    erasePlace(block);
  }
  eraseFromXmp(copy);
  if (copy.equals(content)) return { takenAt, withoutPlace: null };
  mendPng(copy);
  return { takenAt, withoutPlace: copy };
}

interface Tiff {
  readonly bytes: Buffer;
  u16(at: number): number;
  u32(at: number): number;
  put16(at: number, value: number): void;
}

interface Entry {
  readonly at: number;
  readonly tag: number;
  readonly size: number;
  readonly value: number;
}

function tiffBlocks(content: Buffer): readonly Tiff[] {
  return ['II*\0', 'MM\0*'].flatMap((mark) => {
    const found: Tiff[] = [];
    for (let at = content.indexOf(mark, 0, 'latin1'); at >= 0; at = content.indexOf(mark, at + 4, 'latin1')) {
      found.push(tiffAt(content.subarray(at), mark === 'II*\0'));
    }
    return found;
  });
}

/** Reads beyond the end give 0, so that a broken block leads nowhere. */
function tiffAt(bytes: Buffer, little: boolean): Tiff {
  const inside = (at: number, size: number): boolean => at >= 0 && at + size <= bytes.length;
  return {
    bytes,
    u16: (at) => (inside(at, 2) ? (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)) : 0),
    u32: (at) => (inside(at, 4) ? (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) : 0),
    put16: (at, value) => void (little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at)),
  };
}

/** The entries of a directory; none where it makes no sense. */
function entriesAt(tiff: Tiff, directory: number): readonly Entry[] {
  const count = tiff.u16(directory);
  const end = directory + 2 + count * 12 + 4;
  if (directory < 8 || count === 0 || count > mostEntries || end > tiff.bytes.length) return [];
  return Array.from({ length: count }, (_, index) => {
    const at = directory + 2 + index * 12;
    return {
      at,
      tag: tiff.u16(at),
      size: (typeSizes[tiff.u16(at + 2)] ?? 0) * tiff.u32(at + 4),
      value: tiff.u32(at + 8),
    };
  });
}

function dateOf(tiff: Tiff): string | null {
  const exif = entriesAt(tiff, tiff.u32(4)).find(({ tag }) => tag === tags.exif);
  const date = exif && entriesAt(tiff, exif.value).find(({ tag }) => tag === tags.takenAt);
  if (!date) return null;
  const text = tiff.bytes.toString('latin1', date.value, date.value + 19);
  const parts = /^(\d{4}):([01]\d):([0-3]\d) ([0-2]\d:[0-5]\d:[0-5]\d)$/.exec(text);
  return parts && parts[1] !== '0000' ? `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}` : null;
}

/** Clears the directory of the position with its values, and takes the entry that leads to it out of the first one. */
function erasePlace(tiff: Tiff): void {
  const first = tiff.u32(4);
  const entries = entriesAt(tiff, first);
  const gps = entries.find(({ tag }) => tag === tags.gps);
  if (!gps) return;
  for (const { at, size, value } of entriesAt(tiff, gps.value)) {
    if (size > 4 && value >= 8) tiff.bytes.fill(0, value, Math.min(value + size, tiff.bytes.length));
    tiff.bytes.fill(0, at, at + 12);
  }
  if (entriesAt(tiff, gps.value).length > 0) tiff.put16(gps.value, 0);
  const end = first + 2 + entries.length * 12 + 4;
  tiff.bytes.copy(tiff.bytes, gps.at, gps.at + 12, end);
  tiff.bytes.fill(0, end - 12, end);
  tiff.put16(first, entries.length - 1);
}

/** Editors write the position a second time, as XML. Such a packet is blanked as a whole. */
function eraseFromXmp(content: Buffer): void {
  for (let from = content.indexOf('<x:xmpmeta'); from >= 0; from = content.indexOf('<x:xmpmeta', from + 1)) {
    const end = content.indexOf('</x:xmpmeta>', from);
    if (end < 0) return;
    if (content.subarray(from, end).includes('GPS')) content.fill(' ', from, end + '</x:xmpmeta>'.length);
  }
}

/** The parts of a PNG carry a checksum each; viewers refuse a picture in which one is wrong. */
function mendPng(content: Buffer): void {
  if (content.toString('latin1', 1, 4) !== 'PNG') return;
  for (let at = 8; at + 12 <= content.length;) {
    const end = at + 8 + content.readUInt32BE(at);
    if (end + 4 > content.length) return;
    const kind = content.toString('latin1', at + 4, at + 8);
    if (kind === 'eXIf' || kind === 'iTXt') content.writeUInt32BE(crc32(content.subarray(at + 4, end)), end);
    at = end + 4;
  }
}
