/** One figure. `ratio` compares it with the other subject of the same measure, in the same run. */
export interface Measure {
  readonly measure: string;
  readonly subject: string;
  readonly value: number;
  readonly unit: string;
  /** Further figures of the same runs: best, p50_ms, p99_ms … */
  readonly more?: Readonly<Record<string, number>>;
  readonly ratio?: number;
  /** What we want, e.g. "ratio ≥ 0.4". Met or not is told, never hidden. */
  readonly aim?: string;
  readonly met?: boolean;
}

export function atLeast(value: number, limit: number, what: string): Pick<Measure, 'aim' | 'met'> {
  return { aim: `${what} ≥ ${limit}`, met: value >= limit };
}

export function atMost(value: number, limit: number, what: string): Pick<Measure, 'aim' | 'met'> {
  return { aim: `${what} ≤ ${limit}`, met: value <= limit };
}

/** JSON, one figure a line, for machines. */
export function jsonLines(measures: readonly Measure[]): string {
  return measures.map((one) => JSON.stringify(one)).join('\n');
}

/** The same for people. */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map((one) => [
    one.measure,
    one.subject,
    `${rounded(one.value)} ${one.unit}`,
    one.ratio === undefined ? '' : rounded(one.ratio),
    one.aim === undefined ? '' : `${one.aim}: ${one.met ? 'yes' : 'NO'}`,
    Object.entries(one.more ?? {})
      .map(([name, value]) => `${name} ${rounded(value)}`)
      .join(', '),
  ]);
  const all = [['measure', 'subject', 'median', 'ratio', 'aim', 'more'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
