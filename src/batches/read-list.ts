/** One line of a table of applications. */
export interface ListedRow {
  readonly number: string;
  readonly reason?: string;
  readonly publicReason?: string;
}

const columns: readonly (readonly [RegExp, keyof ListedRow])[] = [
  [/^(申込番号|番号|number)$/i, 'number'],
  [/^(理由|職員向けの?理由|reason)$/i, 'reason'],
  [/^(申請者への理由|申請者向けの?理由|reason for the applicant|public ?reason)$/i, 'publicReason'],
];

/**
 * A table as it is pasted or saved from a spreadsheet: by commas or tabs, quoted or not, with a first line of titles or
 * without. Without titles the columns are number, reason, reason for the applicant.
 *
 * @returns null where the first line has titles, and none of them is that of the number
 */
export function readList(text: string): readonly ListedRow[] | null {
  const lines = cellsOf(text.replace(/^\u{FEFF}/u, '')).filter((cells) => cells.some((cell) => cell !== ''));
  const [first = []] = lines;
  const known = first.map((cell) => columns.find(([title]) => title.test(cell))?.[1] ?? null);
  const hasTitles = known.some((column) => column !== null) || !first.some((cell) => /\d{4}/.test(cell));
  if (hasTitles && !known.includes('number')) return null;
  const order = hasTitles ? known : columns.map(([, column]) => column);
  return (hasTitles ? lines.slice(1) : lines).flatMap((cells) => {
    const of = (column: keyof ListedRow) => cells[order.indexOf(column)]?.trim() ?? '';
    const number = of('number')
      .normalize('NFKC')
      .replace(/[‐‑‒–—―−ー]/g, '-')
      .replace(/\s/g, '')
      .toUpperCase();
    if (number === '') return [];
    const [reason, publicReason] = [of('reason'), of('publicReason')];
    return [{ number, ...(reason && { reason }), ...(publicReason && { publicReason }) }];
  });
}

/** Lines and cells; a quoted cell may hold separators, line ends and doubled quotes. */
export function cellsOf(text: string): string[][] {
  const separator = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ',';
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    lines.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (letter === separator) endCell();
    else if (letter === '\n') {
      endCell();
      lines.push([]);
    } else if (letter !== '\r') cell += letter;
  }
  endCell();
  return lines;
}
