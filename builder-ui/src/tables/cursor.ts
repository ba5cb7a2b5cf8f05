/** Where one is in a grid, and the corner from which a stretch of cells is chosen. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
  readonly anchorRow: number;
  readonly anchorColumn: number;
}

export interface Bounds {
  readonly rows: number;
  readonly columns: number;
}

export function cursorAt(row: number, column: number): Cursor {
  return { row, column, anchorRow: row, anchorColumn: column };
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-20, 0],
  PageDown: [20, 0],
};

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

/** As in a spreadsheet; null for a key that does not move. */
export function moved(cursor: Cursor, { key, shiftKey, ctrlKey }: Pressed, bounds: Bounds): Cursor | null {
  const target = targetOf(cursor, key, ctrlKey, bounds);
  if (!target) return null;
  const row = Math.max(0, Math.min(bounds.rows - 1, target[0]));
  const column = Math.max(0, Math.min(bounds.columns - 1, target[1]));
  return shiftKey && key !== 'Tab' ? { ...cursor, row, column } : cursorAt(row, column);
}

function targetOf(
  { row, column }: Cursor,
  key: string,
  far: boolean,
  { rows, columns }: Bounds,
): readonly [row: number, column: number] | null {
  if (key === 'Home') return [far ? 0 : row, 0];
  if (key === 'End') return [far ? rows - 1 : row, columns - 1];
  const step = STEPS[key];
  if (!step) return null;
  if (!far) return [row + step[0], column + step[1]];
  return [
    step[0] === 0 ? row : step[0] < 0 ? 0 : rows - 1,
    step[1] === 0 ? column : step[1] < 0 ? 0 : columns - 1,
  ];
}

/** The chosen stretch, first and last included. */
export function stretchOf({ row, column, anchorRow, anchorColumn }: Cursor): {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
} {
  return {
    rows: [Math.min(row, anchorRow), Math.max(row, anchorRow)],
    columns: [Math.min(column, anchorColumn), Math.max(column, anchorColumn)],
  };
}

export function isChosen(cursor: Cursor, row: number, column: number): boolean {
  const { rows, columns } = stretchOf(cursor);
  return row >= rows[0] && row <= rows[1] && column >= columns[0] && column <= columns[1];
}
