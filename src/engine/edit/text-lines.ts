/** Both count from 1; a column is a UTF-16 unit, as editors count. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text: where each begins, and which one an offset falls in. */
export class TextLines {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) this.starts.push(index + end.length);
  }

  get count(): number {
    return this.starts.length;
  }

  /** Offset of a line, counted from 1, behind a byte order mark; undefined where there is no such line. */
  start(line: number): number | undefined {
    const start = this.starts[line - 1];
    return start === 0 && this.text.startsWith('\uFEFF') ? 1 : start;
  }

  /** Without the line end. */
  line(line: number): string {
    const start = this.start(line) ?? this.text.length;
    return this.text.slice(start, this.starts[line] ?? this.text.length).replace(/[\r\n]+$/, '');
  }

  at(offset: number): LineColumn {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(offset - (this.start(low + 1) ?? 0), 0) + 1 };
  }
}
