import { cellsOf, columnKey } from '../files/table-cells.js';

/** One line of a table of applications. */
export interface ListedRow {
  readonly number: string;
  readonly reason?: string;
  readonly publicReason?: string;
  /** What came out for it elsewhere: 当選, 落選 … */
  readonly result?: string;
  /** One thing to be corrected; further lines of the same number bring further ones. */
  readonly point?: ListedPoint;
  /** What stands in columns of other titles, by `columnKey` of the title; empty cells are left out. */
  readonly cells?: Readonly<Record<string, string>>;
}

export interface ListedPoint {
  /** As it is written in the table: title, label or path of the question. */
  readonly field?: string;
  /** Of a reason of the procedure. */
  readonly code?: string;
  readonly comment?: string;
}

export interface ListedTable {
  readonly rows: readonly ListedRow[];
  /** Titles of the columns that are none of a list of applications: questions of an action, or nothing to us. */
  readonly others: readonly string[];
}

/** `aside` stands there for people: our own tables have it. */
type Column = 'number' | 'aside' | 'reason' | 'publicReason' | 'result' | keyof ListedPoint;

const columns: readonly (readonly [RegExp, Column])[] = [
  [/^(申込番号|番号|number)$/i, 'number'],
  [/^(対象|申請者|subject|applicant)$/i, 'aside'],
  [/^(理由|職員向けの?理由|reason)$/i, 'reason'],
  [/^(申請者への理由|申請者向けの?理由|reason for the applicant|public ?reason)$/i, 'publicReason'],
  [/^(結果|抽選結果|選考結果|result|lottery result)$/i, 'result'],
  [/^(項目|補正する項目|question|field)$/i, 'field'],
  [/^(理由コード|reason ?code|code)$/i, 'code'],
  [/^(補正の内容|補正内容|指摘|what to correct|comment)$/i, 'comment'],
];
/** What the columns are where the first line has no titles. */
const untitled: readonly Column[] = ['number', 'reason', 'publicReason'];

/**
 * A table as it is pasted or saved from a spreadsheet: by commas or tabs, quoted or not, with a first line of titles or
 * without. Without titles the columns are number, reason, reason for the applicant.
 *
 * @returns null where the first line has titles, and none of them is that of the number
 */
export function readList(text: string): ListedTable | null {
  const lines = cellsOf(text.replace(/^\u{FEFF}/u, '')).filter((cells) => cells.some((cell) => cell !== ''));
  const [first = []] = lines;
  const known = first.map((cell) => columns.find(([title]) => title.test(cell))?.[1] ?? null);
  const hasTitles = known.some((column) => column !== null) || !first.some((cell) => /\d{4}/.test(cell));
  if (hasTitles && !known.includes('number')) return null;
  const order: readonly (Column | null)[] = hasTitles ? known : untitled;
  const others = hasTitles
    ? // An action may ask officials for a 結果, too.
      first.flatMap((title, at) =>
        (known[at] === null && title !== '') || known[at] === 'result' ? [{ title, at }] : [],
      )
    : [];
  const rows = (hasTitles ? lines.slice(1) : lines).flatMap((line): ListedRow[] => {
    const of = (column: Column) => line[order.indexOf(column)]?.trim() ?? '';
    const number = plainNumber(of('number'));
    if (number === '') return [];
    const cells = others.flatMap(({ title, at }) => {
      const cell = line[at]?.trim() ?? '';
      return cell === '' ? [] : [[columnKey(title), cell] as const];
    });
    const point = present({ field: of('field'), code: of('code'), comment: of('comment') });
    return [
      {
        number,
        ...present({
          reason: of('reason'),
          publicReason: of('publicReason'),
          result: of('result').slice(0, 60),
        }),
        ...(Object.keys(point).length > 0 && { point }),
        ...(cells.length > 0 && { cells: Object.fromEntries(cells) }),
      },
    ];
  });
  return { rows, others: others.map(({ title }) => title) };
}

/** Is it the title of a column that says what came out elsewhere? */
export function isResult(title: string): boolean {
  return columns.find(([pattern]) => pattern.test(title))?.[1] === 'result';
}

/** As numbers of applications are written, however they were typed. */
function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/\s/g, '')
    .toUpperCase();
}

function present<T extends Readonly<Record<string, string>>>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<T>;
}
