import { useState, type ReactNode } from 'react';
import type { Operation } from '#engine';
import { Button, Select, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useTablesTexts } from '../texts/tables.js';
import { COLUMN_TYPES, type GridColumn } from './grid.js';

interface ColumnToolsProps {
  readonly table: string;
  readonly columns: readonly GridColumn[];
  readonly at: number;
  readonly onAct: (operation: Operation) => boolean;
}

/** Name, type and place of the column in which one is. */
export function ColumnTools({ table, columns, at, onAct }: ColumnToolsProps): ReactNode {
  const texts = useTablesTexts();
  const column = columns[at];
  const [name, setName] = useState(column?.name ?? '');
  if (!column) return null;
  const others = columns.map((one) => one.name);
  function rename(): void {
    if (!column || name === column.name) return;
    const thing = { kind: 'column', table, name: column.name } as const;
    if (!onAct({ kind: 'rename', thing, name })) setName(column.name);
  }
  function add(): void {
    let fresh = texts.newColumn;
    for (let number = 2; others.includes(fresh); number++) fresh = `${texts.newColumn}_${number}`;
    const before = others[at + 1];
    onAct({ kind: 'add-column', table, column: fresh, ...(before === undefined ? {} : { before }) });
  }
  const move = (before: string | undefined): void =>
    void onAct({
      kind: 'move-column',
      table,
      column: column.name,
      ...(before === undefined ? {} : { before }),
    });
  return (
    <div className="grid-tools" role="group" aria-label={texts.column}>
      <label className="grid-tools__named">
        {texts.columnName}
        <TextInput
          chars={14}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) rename();
          }}
        />
      </label>
      <label className="grid-tools__named">
        {texts.columnType}
        <Select
          value={column.type}
          choices={COLUMN_TYPES.map((value) => ({ value, label: texts.types[value] }))}
          onChange={({ target }) =>
            void onAct({ kind: 'set-column-type', table, column: column.name, type: target.value })
          }
        />
      </label>
      <Button size="small" blocked={at === 0} onClick={() => move(others[at - 1])}>
        {texts.columnLeft}
      </Button>
      <Button size="small" blocked={at === others.length - 1} onClick={() => move(others[at + 2])}>
        {texts.columnRight}
      </Button>
      <Button size="small" onClick={add}>
        {texts.addColumn}
      </Button>
      <Button
        size="small"
        look="text"
        blocked={others.length === 1}
        onClick={() => void onAct({ kind: 'remove-column', table, column: column.name })}
      >
        {texts.removeColumn}
      </Button>
    </div>
  );
}
