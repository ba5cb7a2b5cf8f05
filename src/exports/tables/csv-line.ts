import type { Cell } from '../cell.js';

/**
 * A line of CSV (RFC 4180) with its end. A text that a spreadsheet would take for a formula gets an apostrophe before it,
 * also where the sign is a wide one; numbers are left alone, and so is a minus before them.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.at;
  const plain = /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
