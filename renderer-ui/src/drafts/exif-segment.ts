const SOI = 0xffd8;
const APP1 = 0xffe1;
const START_OF_SCAN = 0xffda;
const ORIENTATION = 0x0112;
const HEAD = 'Exif\0\0';

/**
 * What a camera wrote into a JPEG (CIPA DC-008), such as the time, as the whole segment, but that it now says of the
 * picture to stand upright: for a copy that was drawn upright. Null where there is none or it makes no sense.
 */
export function uprightExifOf(jpeg: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = viewOf(jpeg);
  if (view.byteLength < 4 || view.getUint16(0) !== SOI) return null;
  for (let at = 2; at + 4 <= view.byteLength;) {
    const marker = view.getUint16(at);
    if (marker < 0xff01 || marker === START_OF_SCAN) return null;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > view.byteLength) return null;
    const isExif = marker === APP1 && HEAD === String.fromCharCode(...jpeg.subarray(at + 4, at + 10));
    if (isExif) return upright(jpeg.slice(at, end));
    at = end;
  }
  return null;
}

/** A JPEG with a segment right after its beginning. */
export function withSegment(jpeg: Blob, segment: Uint8Array<ArrayBuffer>): Blob {
  return new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)], { type: jpeg.type });
}

function upright(segment: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const tiff = viewOf(segment.subarray(10));
  if (tiff.byteLength < 8) return null;
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(entry, little) === ORIENTATION) tiff.setUint16(entry + 8, 1, little);
  }
  return segment;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
