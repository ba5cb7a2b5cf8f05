/**
 * Reads 総合振込 as the sheet of a bank describes it: 120 bytes a record, by byte positions from 1, JIS X 0201. Knows
 * nothing of the writer.
 */
export interface ReadTransferFile {
  readonly header: Readonly<Record<string, string>>;
  readonly transfers: readonly Readonly<Record<string, string>>[];
  readonly trailer: { readonly count: number; readonly sum: number };
}

type Layout = readonly (readonly [name: string, position: number, length: number])[];

const HEADER: Layout = [
  ['kind', 1, 1],
  ['type', 2, 2],
  ['code', 4, 1],
  ['client', 5, 10],
  ['clientName', 15, 40],
  ['day', 55, 4],
  ['bank', 59, 4],
  ['bankName', 63, 15],
  ['branch', 78, 3],
  ['branchName', 81, 15],
  ['accountType', 96, 1],
  ['account', 97, 7],
  ['dummy', 104, 17],
];
const DATA: Layout = [
  ['kind', 1, 1],
  ['bank', 2, 4],
  ['bankName', 6, 15],
  ['branch', 21, 3],
  ['branchName', 24, 15],
  ['clearing', 39, 4],
  ['accountType', 43, 1],
  ['account', 44, 7],
  ['holder', 51, 30],
  ['amount', 81, 10],
  ['newCode', 91, 1],
  ['reference', 92, 10],
  ['reference2', 102, 10],
  ['transfer', 112, 1],
  ['edi', 113, 1],
  ['dummy', 114, 7],
];

export function readTransferFile(bytes: Buffer, newline: boolean): ReadTransferFile {
  const end = bytes.at(-1) === 0x1a ? bytes.length - 1 : bytes.length;
  const size = newline ? 122 : 120;
  if (end % size !== 0) throw new Error(`${end} bytes are no whole records of ${size}.`);
  const records = Array.from({ length: end / size }, (_, n) => bytes.subarray(n * size, n * size + 120));
  for (const [n] of records.entries()) {
    const lineEnd = bytes.subarray(n * size + 120, (n + 1) * size).toString('latin1');
    if (lineEnd !== (newline ? '\r\n' : '')) throw new Error(`Record ${n + 1} ends with ${lineEnd}.`);
  }
  for (const byte of Buffer.concat(records))
    if (!((byte >= 0x20 && byte <= 0x7e) || (byte >= 0xa6 && byte <= 0xdf)))
      throw new Error(`${byte} is no letter of JIS X 0201.`);
  const kinds = records.map((record) => String.fromCharCode(record[0] ?? 0)).join('');
  if (!/^12+89$/.test(kinds)) throw new Error(`The records are ${kinds}.`);
  const [first, last] = [records[0], records.at(-2)];
  if (!first || !last) throw new Error('There are records.');
  const transfers = records.slice(1, -2).map((record) => fields(record, DATA));
  const trailer = { count: Number(text(last, 2, 6)), sum: Number(text(last, 8, 12)) };
  const sum = transfers.reduce((total, { amount }) => total + Number(amount), 0);
  if (trailer.count !== transfers.length || trailer.sum !== sum) throw new Error('The sums are wrong.');
  return { header: fields(first, HEADER), transfers, trailer };
}

function fields(record: Buffer, layout: Layout): Record<string, string> {
  return Object.fromEntries(layout.map(([name, position, length]) => [name, text(record, position, length)]));
}

function text(record: Buffer, position: number, length: number): string {
  return new TextDecoder('shift_jis').decode(record.subarray(position - 1, position - 1 + length));
}
