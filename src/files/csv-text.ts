/** UTF-8 with mark, so that a spreadsheet reads it as such; CRLF as RFC 4180 has it. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return `\u{FEFF}${lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** A text that a spreadsheet would take for a formula gets a quote before it. */
export function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
