import { createHash } from 'node:crypto';
import { signCms, type SigningKey } from './sign-cms.js';
import type { TimeStamps } from './time-stamps.js';

export interface PdfSigning {
  readonly key: SigningKey;
  /** Null: the signature is B-B and says no time that others vouch for. */
  readonly stamps: TimeStamps | null;
  /** Who signs, and why, as readers show it. */
  readonly name: string;
  readonly reason: string;
  readonly at: Date;
}

export interface SignedPdf {
  readonly pdf: Buffer;
  readonly level: 'B-B' | 'B-T';
  readonly stampedAt: Date | null;
}

/** Room for the signature, its certificates and the time stamp, in bytes. */
const room = { plain: 8_192, stamped: 20_480 };

/**
 * Signs a PDF as PAdES says (ETSI EN 319 142-1, B-B and B-T): the signature is added at the end and covers the whole
 * file but itself, and nothing may be changed afterwards (DocMDP 1). The file's own bytes stay as they are.
 *
 * @param pdf one of our renderer: with a classic table of references, no object streams
 */
export async function signPdf(pdf: Buffer, signing: PdfSigning): Promise<SignedPdf> {
  const size = signing.stamps ? room.stamped : room.plain;
  const { bytes, from, to } = withRoom(pdf, signing, size);
  const digest = createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(to)).digest();
  const { cms, stampedAt } = await signCms(digest, signing.key, signing.stamps);
  if (cms.length > size)
    throw new RangeError(`The signature has ${cms.length} bytes; there is room for ${size}.`);
  bytes.write(cms.toString('hex'), from + 1, 'latin1');
  return { pdf: bytes, level: stampedAt ? 'B-T' : 'B-B', stampedAt };
}

/** @returns the file with room for a signature between `from` and `to`, the brackets included */
function withRoom(
  pdf: Buffer,
  { name, reason, at }: PdfSigning,
  size: number,
): { readonly bytes: Buffer; readonly from: number; readonly to: number } {
  const file = new PdfFile(pdf);
  const signature = file.size;
  const widget = signature + 1;
  const rangeRoom = '/ByteRange [0 0000000000 0000000000 0000000000]';
  const beforeRoom = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${rangeRoom} /Contents `;
  const objects: readonly (readonly [number, string])[] = [
    [
      signature,
      `${beforeRoom}<${'0'.repeat(size * 2)}> ` +
        `/M (D:${pdfTime(at)}) /Name ${pdfText(name)} /Reason ${pdfText(reason)} ` +
        `/Reference [<< /Type /SigRef /TransformMethod /DocMDP ` +
        `/TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>] >>`,
    ],
    [
      widget,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V ${signature} 0 R /F 132 /Rect [0 0 0 0] ` +
        `/P ${file.firstPage} 0 R >>`,
    ],
    [
      file.root,
      file.with(
        file.root,
        `/AcroForm << /Fields [${widget} 0 R] /SigFlags 3 >> /Perms << /DocMDP ${signature} 0 R >>`,
      ),
    ],
    [file.firstPage, file.withAnnotation(file.firstPage, widget)],
  ];
  let added = '\n';
  const places = objects.map(([number, body]) => {
    const place = pdf.length + added.length;
    added += `${number} 0 obj\n${body}\nendobj\n`;
    return [number, place] as const;
  });
  const rows = [...places]
    .sort(([a], [b]) => a - b)
    .map(([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`);
  const table = pdf.length + added.length;
  added += `xref\n${rows.join('')}trailer\n${file.trailer(widget + 1)}\nstartxref\n${table}\n%%EOF\n`;
  const bytes = Buffer.concat([pdf, Buffer.from(added, 'latin1')]);
  // The signature is the first of what is added.
  const start = pdf.length + `\n${signature} 0 obj\n`.length;
  const from = start + beforeRoom.length;
  const to = from + size * 2 + 2;
  const range = [from, to, bytes.length - to].map((place) => String(place).padStart(10, '0'));
  bytes.write(`/ByteRange [0 ${range.join(' ')}]`, start + beforeRoom.indexOf(rangeRoom), 'latin1');
  return { bytes, from, to };
}

/** Just as much of a PDF as a signature needs to know. */
class PdfFile {
  readonly size: number;
  readonly root: number;
  readonly firstPage: number;
  private readonly text: string;
  private readonly end: string;
  private readonly table: number;
  private readonly places = new Map<number, number>();

  constructor(pdf: Buffer) {
    this.text = pdf.toString('latin1');
    this.table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.text)?.[1] ?? NaN);
    const trailer = this.text.indexOf('trailer', this.table);
    if (!this.text.startsWith('xref', this.table) || trailer === -1)
      throw new RangeError('Not a PDF of ours');
    this.end = this.text.slice(trailer);
    this.readTable(this.text.slice(this.table, trailer));
    this.size = this.reference('Size', /\/Size (\d+)/);
    this.root = this.reference('Root', /\/Root (\d+) 0 R/);
    this.firstPage = this.pageUnder(this.root, /\/Pages (\d+) 0 R/);
  }

  /** An object's dictionary with more in it. */
  with(number: number, more: string): string {
    const body = this.body(number);
    return `${body.slice(0, body.lastIndexOf('>>'))}${more} >>`;
  }

  withAnnotation(page: number, widget: number): string {
    const body = this.body(page);
    const annotations = /\/Annots\s*\[([^\]]*)\]/.exec(body);
    if (!annotations) return this.with(page, `/Annots [${widget} 0 R]`);
    return body.replace(annotations[0], `/Annots [${annotations[1]} ${widget} 0 R]`);
  }

  trailer(size: number): string {
    const [id = ''] = /\/ID \[[^\]]*\]/.exec(this.end) ?? [];
    const [info = ''] = /\/Info \d+ 0 R/.exec(this.end) ?? [];
    return `<< /Size ${size} /Root ${this.root} 0 R ${info} ${id} /Prev ${this.table} >>`;
  }

  private readTable(table: string): void {
    const [, first, ...rows] = table.trim().split(/\r?\n/);
    const start = Number(/^(\d+) \d+\s*$/.exec(first ?? '')?.[1] ?? NaN);
    for (const [index, row] of rows.entries()) {
      const place = /^(\d{10}) \d{5} n/.exec(row)?.[1];
      if (place !== undefined) this.places.set(start + index, Number(place));
    }
  }

  private reference(name: string, pattern: RegExp, text = this.end): number {
    const found = pattern.exec(text)?.[1];
    if (found === undefined) throw new RangeError(`The PDF names no ${name}`);
    return Number(found);
  }

  /** Down the tree of pages to the first leaf. */
  private pageUnder(number: number, pattern: RegExp): number {
    const below = this.reference('page', pattern, this.body(number));
    return /\/Kids/.test(this.body(below)) ? this.pageUnder(below, /\/Kids\s*\[\s*(\d+) 0 R/) : below;
  }

  private body(number: number): string {
    const place = this.places.get(number) ?? NaN;
    const start = `${number} 0 obj`;
    if (!this.text.startsWith(start, place)) throw new RangeError(`The PDF has no object ${number}`);
    return this.text.slice(place + start.length, this.text.indexOf('endobj', place)).trim();
  }
}

/** UTF-16 in hexadecimal: no character of it has a meaning of its own. */
function pdfText(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
}

function pdfTime(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
}
