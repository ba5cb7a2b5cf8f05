import { inflateRawSync } from 'node:zlib';

/** CSV read by the book (RFC 4180): quoted cells may hold commas, line ends and doubled quotes. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error(`No CSV at ${cell.lastIndex}`);
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    lines.push(cells);
    cells = [];
  }
  return lines;
}

/** Files of a ZIP by name, by its directory at the end (APPNOTE 4.3). */
export function readZip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const count = bytes.readUInt16LE(end + 10);
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const title = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0));
    files.set(title, method === 8 ? inflateRawSync(packed) : packed);
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

export interface ReadCell {
  readonly type: 'text' | 'number';
  readonly value: string;
  readonly style: number;
}

/** A workbook as its XML has it: sheet title → lines → place (`B2`) → cell. Formulas are told as such. */
export function readWorkbook(bytes: Buffer): {
  readonly sheets: ReadonlyMap<string, readonly ReadonlyMap<string, ReadCell>[]>;
  readonly formulas: number;
} {
  const files = readZip(bytes);
  const part = (name: string) => files.get(name)?.toString('utf8') ?? '';
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id = '', target = '']) => [id, target],
    ),
  );
  const found = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"[^>]*r:id="(\w+)"/g)];
  let formulas = 0;
  const sheets = new Map(
    found.map(([, title = '', id = '']) => {
      const xml = part(`xl/${targets.get(id) ?? ''}`);
      formulas += [...xml.matchAll(/<f[ >]/g)].length;
      const lines = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(
        ([, cells = '']) =>
          new Map(
            [...cells.matchAll(/<c r="([A-Z]+\d+)"( t="inlineStr")?(?: s="(\d+)")?>(.*?)<\/c>/gs)].map(
              ([, place = '', isText, style = '0', content = '']) => [
                place.replace(/\d+$/, ''),
                {
                  type: isText ? ('text' as const) : ('number' as const),
                  value: plainText(content.replaceAll(/<[^>]+>/g, '')),
                  style: Number(style),
                },
              ],
            ),
          ),
      );
      return [plainText(title), lines];
    }),
  );
  return { sheets, formulas };
}

function plainText(xml: string): string {
  return xml
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
