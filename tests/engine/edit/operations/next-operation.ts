import type { NewField, Operation } from '../../../../src/engine/edit/operations/operation.js';
import { thingsIn } from '../../../../src/engine/edit/things-in.js';
import type { ProcedureFiles } from '../../../../src/engine/procedure/procedure.js';

/** What an author might do next, sensible or not. */
export function nextOperation(
  files: ProcedureFiles,
  pick: (below: number) => number,
  step: number,
): Operation {
  const oneOf = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const things = thingsIn(files);
  const fields = things.flatMap((thing) => (thing.kind === 'field' ? [thing.path] : []));
  const pages = things.flatMap((thing) => (thing.kind === 'page' ? [thing.name] : []));
  const stages = things.flatMap((thing) => (thing.kind === 'stage' ? [thing.name] : []));
  const path = oneOf([...fields, ...pages]) ?? '';
  const stage = oneOf(stages) ?? '';
  const name = oneOf(['note', 'tel', '店', `new_${step}`]);
  return oneOf<Operation>([
    { kind: 'add-page', name, schema: { type: 'object', title: '新しいページ', properties: {} } },
    {
      kind: 'add-fields',
      to: path,
      fields: [{ name, schema: { type: 'string', title: '新' }, required: true }],
    },
    { kind: 'remove-field', path },
    { kind: 'move-field', path, to: oneOf([...pages, path.split('.')[0] ?? '']) },
    { kind: 'duplicate-field', path, name },
    {
      kind: 'set-keyword',
      path,
      keyword: oneOf(['title', 'x-askWhen', 'maxLength']),
      value: oneOf(['x', null, 3]),
    },
    {
      kind: 'set-field-kind',
      path,
      schema: oneOf<NewField['schema']>([{ type: 'boolean' }, { type: 'integer', minimum: 0 }]),
    },
    { kind: 'set-required', path, required: pick(2) === 0 },
    { kind: 'set-ui', path, keyword: 'ui:widget', value: oneOf(['textarea', null]) },
    { kind: 'add-check', path, check: { id: name, expression: 'true', message: 'x', level: 'error' } },
    { kind: 'remove-option', path, index: pick(3) },
    { kind: 'remove-part', part: { of: 'stages', name: stage } },
    { kind: 'move-part', part: { of: 'stages', name: stage }, before: oneOf(stages) ?? '' },
    {
      kind: 'add-part',
      part: { of: 'actions', stage, name },
      value: { title: name, routes: [{ to: stage }] },
    },
    { kind: 'remove-entry', list: { of: 'reasons' }, index: pick(4) },
    { kind: 'set-start', stage },
    { kind: 'put-circuit', circuit: oneOf(['permit', 'grant', 'lottery']) },
    { kind: 'add-entry', list: { of: 'steps', stage }, value: { role: name, title: name } },
    { kind: 'rename', thing: oneOf(things), name },
    ...elsewhere(files, pick, name),
  ]);
}

/** The same on lists of the review, tables, letters, texts and examples. */
function elsewhere(
  files: ProcedureFiles,
  pick: (below: number) => number,
  name: string,
): readonly Operation[] {
  const oneOf = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const inFolder = (folder: string): string =>
    (oneOf(Object.keys(files).filter((file) => file.startsWith(`${folder}/`))) ?? '').replace(
      /^[^/]+\/|\.\w+$/g,
      '',
    );
  const of = oneOf(['messages', 'notices'] as const);
  const table = inFolder('tables');
  const column = (files[`tables/${table}.csv`] ?? '').split('\n')[0]?.split(/[,:]/)[0] ?? '';
  const row = pick(5);
  return [
    { kind: 'set-entry', list: { of: 'reasons' }, index: row, value: { code: name, title: name, text: 'x' } },
    { kind: 'move-entry', list: { of: 'highlights' }, index: row, to: 0 },
    { kind: 'set-workflow', keyword: oneOf(['lists', 'access', 'teams']), value: oneOf([null, {}, []]) },
    { kind: 'set-info', keyword: oneOf(['title', 'fee', 'oncePer', 'clock']), value: oneOf(['x', null, 3]) },
    { kind: 'set-english', text: name, english: oneOf(['x', null]) },
    { kind: 'set-template', of, name, text: oneOf(['', '---\ntitle: x\n---\n{{#if }}', '{{ 店 }}']) },
    { kind: 'remove-template', of, name: inFolder(of) },
    { kind: 'set-example', name, example: oneOf<NewField['schema']>([{}, { title: 'x', answers: [] }]) },
    { kind: 'remove-example', name: inFolder('examples') },
    { kind: 'add-table', name, columns: ['code', name], rows: [['1', '"']] },
    { kind: 'remove-table', name: table },
    { kind: 'set-cell', table, row, column, value: oneOf(['', 'x,"\n', '9']) },
    { kind: 'set-cells', table, row, column, cells: [['1', '2'], ['3']] },
    { kind: 'add-row', table, row, cells: { [column]: 'x' } },
    { kind: 'remove-row', table, row },
    { kind: 'move-row', table, row, to: pick(5) },
    { kind: 'add-column', table, column: `${name}:number` },
    { kind: 'set-column-type', table, column, type: oneOf(['number', 'date', 'string']) },
    { kind: 'move-column', table, column },
    { kind: 'remove-column', table, column },
  ];
}
