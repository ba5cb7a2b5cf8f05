import type { PdfFault } from './pdf-fault.js';

interface FoundSignature {
  /** The CMS message. */
  readonly cms: Buffer;
  /** All other bytes of the file. */
  readonly covered: Buffer;
}

interface NotFound {
  readonly fault: PdfFault;
  readonly original?: number;
}

/** Where a PDF may begin; some mail programs put a line in front. */
const headWithin = 1_024;

/**
 * The one signature of a PDF, found in its bytes and not by what the file says of itself: nothing in it can then show
 * one thing to a reader and another to us. It must cover the file from the first byte to the last.
 */
export function findSignature(pdf: Buffer): FoundSignature | NotFound {
  if (pdf.subarray(0, headWithin).indexOf('%PDF-') === -1) return { fault: 'not-a-pdf' };
  const text = pdf.toString('latin1');
  const ranges = [
    ...text.matchAll(/\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g),
  ];
  const [range] = ranges;
  if (!range) return { fault: text.includes('/ETSI.CAdES.detached') ? 'changed' : 'no-signature' };
  const [start = 0, from = 0, to = 0, rest = 0] = range.slice(1).map(Number);
  const end = to + rest;
  if (start !== 0 || from >= to || end > pdf.length) return { fault: 'changed' };
  if (ranges.length > 1) {
    const later = ranges.slice(1).every(({ index }) => index >= end);
    return later ? { fault: 'appended', original: end } : { fault: 'several-signatures' };
  }
  if (end < pdf.length) return { fault: 'appended', original: end };
  const hex = /^<([0-9a-f]+)>$/.exec(text.slice(from, to))?.[1];
  if (hex === undefined || hex.length % 2 === 1) return { fault: 'changed' };
  const cms = messageIn(Buffer.from(hex, 'hex'));
  if (!cms) return { fault: 'changed' };
  return { cms, covered: Buffer.concat([pdf.subarray(0, from), pdf.subarray(to)]) };
}

/** The message, after which nothing but zeros may stand. */
function messageIn(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes[0] !== 0x30 || bytes[1] !== 0x82) return null;
  const end = 4 + bytes.readUInt16BE(2);
  const isPadded = end <= bytes.length && bytes.subarray(end).every((byte) => byte === 0);
  return isPadded ? bytes.subarray(0, end) : null;
}
