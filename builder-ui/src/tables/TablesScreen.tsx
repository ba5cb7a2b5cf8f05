import { useState, type ReactNode } from 'react';
import { describeProblem } from '#engine';
import { useSearchParams } from '../../../renderer-ui/src/router/index.js';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import {
  Banner,
  Button,
  Buttons,
  Dialog,
  Field,
  TextArea,
  TextInput,
} from '../../../renderer-ui/src/ui/index.js';
import { ForWriters } from '../draft/Writing.js';
import { type Making, PartList } from '../frame/PartList.js';
import { RenameDisclosure } from '../naming/RenameBox.js';
import { useTablesTexts } from '../texts/tables.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { cellsFrom, readGrid } from './grid.js';
import { TableGrid } from './TableGrid.js';
import './tables.css';

/** The tables of a procedure, one at a time as a grid. */
export function TablesScreen(): ReactNode {
  const texts = useTablesTexts();
  const workspace = useWorkspace();
  const files = useDraft((state) => state.files);
  const [params, setParams] = useSearchParams();
  const names = Object.keys(files).flatMap((file) => /^tables\/(.+)\.csv$/.exec(file)?.[1] ?? []);
  const asked = /^tables\/(.+?)\.csv(?:#(\d+))?$/.exec(params.get('at') ?? '');
  const name = names.find((one) => one === asked?.[1]) ?? names[0];
  const open = (table: string): void => setParams({ at: `tables/${table}.csv` }, { replace: true });
  return (
    <div className="tables">
      <PartList
        label={texts.tables}
        parts={names.map((one) => ({
          name: one,
          title: one,
          note: texts.rows(readGrid(files[`tables/${one}.csv`] ?? '').rows.length),
        }))}
        chosen={name}
        onOpen={open}
        make={texts.addTable}
        dialog={(making) => <NewTable {...making} />}
      />
      <div className="tables-main">
        {name === undefined ? (
          <Banner tone="info" title={texts.none}>
            {texts.noneLead}
          </Banner>
        ) : (
          <>
            <div className="tables-head">
              <h2>{texts.gridLabel(name)}</h2>
              <ForWriters>
                <Button
                  size="small"
                  look="text"
                  onClick={() =>
                    void workspace.perform({ kind: 'remove-table', name }, texts.removedTable(name))
                  }
                >
                  {texts.removeTable}
                </Button>
              </ForWriters>
            </div>
            <ForWriters>
              <RenameDisclosure
                key={`name of ${name}`}
                thing={{ kind: 'table', name }}
                title={name}
                onRenamed={open}
              />
            </ForWriters>
            <TableGrid key={name} table={name} line={asked?.[1] === name ? Number(asked[2] ?? 0) : 0} />
          </>
        )}
      </div>
    </div>
  );
}

/** A table from nothing, or with what a spreadsheet has. */
function NewTable({ open, onClose, onMade }: Making): ReactNode {
  const texts = useTablesTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const [name, setName] = useState('');
  const [pasted, setPasted] = useState('');
  const [errors, setErrors] = useState<readonly string[]>([]);
  function make(): void {
    if (name.trim() === '') return setErrors([texts.tableNameMissing]);
    const cells = pasted.trim() === '' ? [['code', 'name']] : cellsFrom(pasted);
    const [head = [], ...rows] = cells;
    const refused = workspace.perform(
      {
        kind: 'add-table',
        name,
        columns: head.map((cell) => cell.trim()),
        rows: rows.map((row) => head.map((_, at) => row[at] ?? '')),
      },
      texts.made(name),
    );
    setErrors(refused.map((one) => describeProblem(one, null, language)));
    if (refused.length > 0) return;
    setName('');
    setPasted('');
    onMade(name);
  }
  return (
    <Dialog title={texts.addTable} open={open} onClose={onClose}>
      <Field label={texts.tableName} required errors={errors}>
        {(control) => (
          <TextInput {...control} value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      <Field label={texts.paste}>
        {(control) => (
          <TextArea {...control} value={pasted} onChange={({ target }) => setPasted(target.value)} />
        )}
      </Field>
      <Buttons>
        <Button look="primary" onClick={make}>
          {texts.make}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}
