import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { describeProblem, type Operation } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Banner, Button, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import { ForWriters } from '../draft/Writing.js';
import { useChecked } from '../problems/use-checked.js';
import { useTablesTexts } from '../texts/tables.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { ColumnTools } from './ColumnTools.js';
import { type Cursor, cursorAt, isChosen, moved, stretchOf } from './cursor.js';
import { asWritten, cellKey, cellsFrom, clipboardOf, problemsByCell, readGrid } from './grid.js';

/** Rows that are drawn at once. */
const PAGE = 100;

interface Editing {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** One table, by keyboard as in a spreadsheet. */
export function TableGrid({ table, line }: { readonly table: string; readonly line: number }): ReactNode {
  const texts = useTablesTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const file = `tables/${table}.csv`;
  const text = useDraft(({ files }) => files[file] ?? '');
  const problems = useChecked((state) => state.problems);
  const grid = useMemo(() => readGrid(text), [text]);
  const wrong = useMemo(() => problemsByCell(grid, file, problems), [grid, file, problems]);
  const start = Math.max(0, grid.lines.indexOf(line));
  const [cursor, setCursor] = useState<Cursor>(cursorAt(start, 0));
  const [editing, setEditing] = useState<Editing | null>(null);
  const body = useRef<HTMLTableElement>(null);
  const hadFocus = useRef(false);
  const { columns, rows } = grid;
  const bounds = { rows: rows.length, columns: columns.length };
  const row = Math.min(cursor.row, Math.max(0, rows.length - 1));
  const column = Math.min(cursor.column, Math.max(0, columns.length - 1));
  const first = Math.floor(row / PAGE) * PAGE;
  useEffect(() => {
    if (!hadFocus.current || editing) return;
    body.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }, [row, column, editing, text]);

  function act(operation: Operation, words = texts.edited(table)): boolean {
    if (!workspace.draft.mayWrite) return false;
    const [refused] = workspace.perform(operation, words);
    if (refused) announce(describeProblem(refused, null, language));
    return !refused;
  }
  function write(at: Editing): void {
    const name = columns[at.column]?.name;
    setEditing(null);
    if (name === undefined || rows[at.row]?.[at.column] === at.text) return;
    act({ kind: 'set-cell', table, row: at.row, column: name, value: at.text });
  }
  function clear(): void {
    const { rows: over, columns: across } = stretchOf(cursor);
    const name = columns[across[0]]?.name;
    if (name === undefined) return;
    const cells = Array.from({ length: over[1] - over[0] + 1 }, () =>
      Array.from({ length: across[1] - across[0] + 1 }, () => ''),
    );
    act({ kind: 'set-cells', table, row: over[0], column: name, cells });
  }
  function onPaste(event: ClipboardEvent): void {
    if (editing) return;
    event.preventDefault();
    const { rows: over, columns: across } = stretchOf(cursor);
    const pasted = cellsFrom(event.clipboardData.getData('text/plain'));
    const name = columns[across[0]]?.name;
    if (name === undefined) return;
    const width = Math.max(...pasted.map((cells) => cells.length));
    const left = Math.max(0, width - (columns.length - across[0]));
    const cells = pasted.map((written) =>
      written
        .slice(0, width - left)
        .map((cell, at) => asWritten(cell, columns[across[0] + at]?.type ?? 'string')),
    );
    if (!act({ kind: 'set-cells', table, row: over[0], column: name, cells })) return;
    announce(
      left > 0
        ? `${texts.pasted(cells.length, width - left)}${texts.cut(left)}`
        : texts.pasted(cells.length, width),
    );
  }
  function onCopy(event: ClipboardEvent): void {
    if (editing) return;
    event.preventDefault();
    const { rows: over, columns: across } = stretchOf(cursor);
    const cells = rows.slice(over[0], over[1] + 1).map((one) => one.slice(across[0], across[1] + 1));
    event.clipboardData.setData('text/plain', clipboardOf(cells));
    announce(texts.copied(cells.flat().length));
  }
  function go(next: Cursor): void {
    hadFocus.current = true;
    setCursor(next);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey } = event;
    const ctrlKey = event.ctrlKey || event.metaKey;
    if (editing) {
      if (key === 'Escape') setEditing(null);
      else if (key === 'Enter' || key === 'Tab') {
        write(editing);
        const step =
          key === 'Enter' ? (shiftKey ? 'ArrowUp' : 'ArrowDown') : shiftKey ? 'ArrowLeft' : 'ArrowRight';
        go(moved(cursorAt(row, column), { key: step, shiftKey: false, ctrlKey: false }, bounds) ?? cursor);
      } else return;
      event.preventDefault();
      return;
    }
    const next = moved({ ...cursor, row, column }, { key, shiftKey, ctrlKey }, bounds);
    if (next) go(next);
    else if (key === 'Enter' || key === 'F2') begin(rows[row]?.[column] ?? '');
    else if (key === 'Delete' || key === 'Backspace') clear();
    else if (key.length === 1 && !ctrlKey && !event.altKey) begin(key);
    else return;
    event.preventDefault();
  }
  function begin(written: string): void {
    if (!workspace.draft.mayWrite) return;
    hadFocus.current = true;
    setEditing({ row, column, text: written });
  }
  const addRow = (): void => {
    if (act({ kind: 'add-row', table, row: rows.length === 0 ? 0 : row + 1, cells: {} }))
      go(cursorAt(rows.length === 0 ? 0 : row + 1, 0));
  };
  const present = columns[column];
  const whole = [...(wrong.get(cellKey(-1, '')) ?? [])];
  return (
    <div className="grid-frame">
      {whole.length > 0 && (
        <Banner tone="warning" title={texts.problems}>
          <ul>
            {whole.map((one) => (
              <li key={one.code}>{describeProblem(one, null, language)}</li>
            ))}
          </ul>
        </Banner>
      )}
      <ForWriters>
        <div className="grid-tools" role="group" aria-label={texts.row}>
          <Button size="small" onClick={addRow}>
            {rows.length === 0 ? texts.addFirstRow : texts.addRow}
          </Button>
          <Button
            size="small"
            blocked={rows.length === 0}
            onClick={() => act({ kind: 'remove-row', table, row })}
          >
            {texts.removeRow}
          </Button>
          <Button
            size="small"
            blocked={row === 0}
            onClick={() => {
              if (act({ kind: 'move-row', table, row, to: row - 1 })) go(cursorAt(row - 1, column));
            }}
          >
            {texts.rowUp}
          </Button>
          <Button
            size="small"
            blocked={row >= rows.length - 1}
            onClick={() => {
              if (act({ kind: 'move-row', table, row, to: row + 1 })) go(cursorAt(row + 1, column));
            }}
          >
            {texts.rowDown}
          </Button>
        </div>
        {present && (
          <ColumnTools key={present.name} table={table} columns={columns} at={column} onAct={act} />
        )}
        <p className="tz-quiet builder-small">{texts.help}</p>
      </ForWriters>
      <div className="grid-scroll">
        <table
          ref={body}
          className="grid"
          role="grid"
          aria-label={texts.gridLabel(table)}
          aria-rowcount={rows.length + 1}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onCopy={onCopy}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="grid-number">
                <span className="tz-hidden">{texts.row}</span>
              </th>
              {columns.map(({ name, type }) => (
                <th key={name} scope="col">
                  {name}
                  <span className="grid-type">{texts.types[type as keyof typeof texts.types] ?? type}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(first, first + PAGE).map((cells, offset) => {
              const at = first + offset;
              return (
                <tr key={at} aria-rowindex={at + 2}>
                  <th scope="row" className="grid-number">
                    {at + 1}
                  </th>
                  {cells.map((cell, across) => {
                    const name = columns[across]?.name ?? '';
                    const found = [
                      ...(wrong.get(cellKey(at, name)) ?? []),
                      ...(across === 0 ? (wrong.get(cellKey(at, '')) ?? []) : []),
                    ];
                    const said = found.map((one) => describeProblem(one, null, language)).join(' ');
                    const isHere = at === row && across === column;
                    const isEditing = isHere && editing !== null;
                    return (
                      <td
                        key={name}
                        role="gridcell"
                        tabIndex={isHere ? 0 : -1}
                        className={classOf(isChosen(cursor, at, across), found.length > 0)}
                        aria-selected={isChosen(cursor, at, across)}
                        aria-invalid={found.length > 0 || undefined}
                        title={said === '' ? undefined : said}
                        onMouseDown={(event) => {
                          if (isEditing) return;
                          hadFocus.current = true;
                          setEditing(null);
                          setCursor(
                            event.shiftKey ? { ...cursor, row: at, column: across } : cursorAt(at, across),
                          );
                        }}
                        onDoubleClick={() => begin(cell)}
                      >
                        {isEditing ? (
                          <input
                            className="grid-input"
                            aria-label={texts.cell(name, at + 1)}
                            value={editing.text}
                            autoFocus
                            onChange={({ target }) => setEditing({ ...editing, text: target.value })}
                            onBlur={() => write(editing)}
                          />
                        ) : (
                          cell
                        )}
                        {said !== '' && <span className="tz-hidden">（{said}）</span>}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length > PAGE && (
        <div className="grid-tools">
          <Button size="small" blocked={first === 0} onClick={() => go(cursorAt(first - PAGE, column))}>
            {texts.before}
          </Button>
          <span>{texts.page(first + 1, Math.min(rows.length, first + PAGE), rows.length)}</span>
          <Button
            size="small"
            blocked={first + PAGE >= rows.length}
            onClick={() => go(cursorAt(first + PAGE, column))}
          >
            {texts.after}
          </Button>
        </div>
      )}
    </div>
  );
}

function classOf(chosen: boolean, isWrong: boolean): string {
  return ['grid-cell', chosen && 'grid-cell--chosen', isWrong && 'grid-cell--wrong']
    .filter(Boolean)
    .join(' ');
}
