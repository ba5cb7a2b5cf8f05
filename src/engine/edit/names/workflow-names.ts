import type { Scope } from '../../expression/index.js';
import { readRecords } from '../../procedure/parse-table.js';
import type { ProcedureFiles } from '../../procedure/procedure.js';
import type { PlainKind, UseKind } from '../thing.js';
import type { Found, JsonFile, Keyword } from './folder-text.js';
import { keyOf, type NameBook } from './name-book.js';

const KEYS: readonly Keyword<PlainKind>[] = [
  ['/roles/*', 'role', 'definition'],
  ['/teams/*', 'team', 'definition'],
  ['/stages/*', 'stage', 'definition'],
  ['/stages/*/actions/*', 'action', 'definition'],
  ['/stages/*/timers/*', 'timer', 'definition'],
];

/** Where effects and routes may stand. */
const OWNERS = ['/stages/*', '/stages/*/actions/*', '/stages/*/timers/*'];

const VALUES: readonly Keyword<PlainKind>[] = [
  ['/start', 'stage', 'route'],
  ['/reasons/*/code', 'reason', 'definition'],
  ['/highlights/*/stages/*', 'stage', 'highlight'],
  ['/access/*/stages/*', 'stage', 'access'],
  ['/access/*/roles/*', 'role', 'access'],
  ['/lists/saved/*/stage', 'stage', 'list'],
  ['/overrides/*/stages/*', 'stage', 'override'],
  ['/overrides/*/roles/*', 'role', 'override'],
  ['/onArrival/*/message', 'message', 'effect'],
  ['/onArrival/*/notice', 'notice', 'effect'],
  ['/stages/*/role', 'role', 'role'],
  ['/stages/*/approvers/steps/*/role', 'role', 'role'],
  ['/stages/*/payment/paid/action', 'action', 'payment'],
  ['/stages/*/payment/failed/action', 'action', 'payment'],
  ['/stages/*/checks/*/id', 'stage-check', 'definition'],
  ['/stages/*/checks/*/criterion', 'criterion', 'criterion'],
  ['/stages/*/actions/*/roles/*', 'role', 'role'],
  ['/stages/*/actions/*/notActorOf/*', 'stage', 'not-actor-of'],
  ...OWNERS.flatMap((owner): Keyword<PlainKind>[] => [
    [`${owner}/routes/*/to`, 'stage', 'route'],
    [`${owner}/routes/*/team`, 'team', 'route'],
    [`${owner}/routes/*/table`, 'table', 'route'],
    [`${owner}/effects/*/message`, 'message', 'effect'],
    [`${owner}/effects/*/notice`, 'notice', 'effect'],
  ]),
];

const EXPRESSIONS = [
  '/highlights/*/value',
  '/highlights/*/when',
  '/stages/*/checks/*/expression',
  '/stages/*/approvers/steps/*/when',
  '/stages/*/actions/*/when',
  '/stages/*/timers/*/when',
  '/stages/*/timers/*/on/date',
  '/stages/*/payment/amount',
  '/stages/*/payment/payee/*',
  ...OWNERS.flatMap((owner) => [`${owner}/routes/*/when`, `${owner}/routes/*/match/*`]),
];

/** Paths of pages and questions. */
const QUESTIONS: readonly (readonly [pattern: string, as: UseKind])[] = [
  ['/access/*/fields/*', 'access'],
  ['/stages/*/payment/failed/targets/*', 'payment'],
  ['/lists/fields/*', 'list'],
  ['/lists/shown/*', 'list'],
  ['/lists/saved/*/sort', 'list'],
  ['/lists/saved/*/columns/*', 'list'],
  ['/proofs/*/file', 'proof'],
  ['/proofs/*/proves/*', 'proof'],
  ['/overrides/*/field', 'override'],
  ['/keyedTwice/*', 'keyed-twice'],
];

/** What a text at a place of workflow.json is: an expression, the name of something, the path of a question. */
export function meaningInWorkflow(pointer: string): 'expression' | 'question' | PlainKind | null {
  const steps = pointer.split('/');
  const fits = (pattern: string): boolean => {
    const parts = pattern.split('/');
    return parts.length === steps.length && parts.every((part, at) => part === '*' || part === steps[at]);
  };
  if (EXPRESSIONS.some(fits)) return 'expression';
  if (QUESTIONS.some(([pattern]) => fits(pattern))) return 'question';
  return VALUES.find(([pattern, , as]) => as !== 'definition' && fits(pattern))?.[1] ?? null;
}

/** The names of workflow.json, and those that its routing tables write in their cells. */
export function collectWorkflow(book: NameBook, file: JsonFile, scope: Scope, files: ProcedureFiles): void {
  for (const [pattern, kind, as] of KEYS) {
    for (const found of file.find(pattern))
      book.add(keyOf({ kind, name: found.member?.key ?? '' }), as, file.key(found));
  }
  for (const [pattern, kind, as] of VALUES) {
    for (const found of file.find(pattern)) {
      const text = file.value(found);
      if (text) book.add(keyOf({ kind, name: text.text }), as, text);
    }
  }
  for (const pattern of EXPRESSIONS) {
    for (const found of file.find(pattern)) {
      const stretch = file.value(found);
      if (stretch)
        book.expression({ stretch, as: 'expression', scope, repeat: null, loops: [], owner: null });
    }
  }
  for (const [pattern, as] of QUESTIONS)
    for (const found of file.find(pattern)) book.dotted(file.value(found), as, null);
  for (const stage of file.find('/stages/*')) paymentDate(book, file, stage);
  for (const action of file.find('/stages/*/actions/*')) staffFields(book, file, action);
  for (const owner of OWNERS) {
    for (const route of file.find(`${owner}/routes/*`)) routingTable(book, file, route, files);
  }
}

function staffFields(book: NameBook, file: JsonFile, action: Found): void {
  const key = (name: string) => keyOf({ kind: 'staff-field', action: action.member?.key ?? '', name });
  for (const field of file.find('/requires/fields/properties/*', action))
    book.add(key(field.member?.key ?? ''), 'definition', file.key(field));
  for (const item of file.find('/requires/fields/required/*', action)) {
    const text = file.value(item);
    if (text) book.add(key(text.text), 'required', text);
  }
}

/** The day of a payment is a field of the action that records it. */
function paymentDate(book: NameBook, file: JsonFile, stage: Found): void {
  const [action] = file.find('/payment/paid/action', stage).map((found) => file.value(found)?.text);
  const [date] = file.find('/payment/paid/date', stage).map((found) => file.value(found));
  if (action && date) book.add(keyOf({ kind: 'staff-field', action, name: date.text }), 'payment', date);
}

/** A routing table's columns are named by the keys of `match`; its cells name stages and teams. */
function routingTable(book: NameBook, file: JsonFile, route: Found, files: ProcedureFiles): void {
  const [name] = file.find('/table', route).map(({ node }) => node.value);
  if (typeof name !== 'string') return;
  for (const column of file.find('/match/*', route)) {
    const key = keyOf({ kind: 'column', table: name, name: column.member?.key ?? '' });
    book.add(key, 'routing-table', file.key(column));
  }
  const table = `tables/${name}.csv`;
  const text = Object.hasOwn(files, table) ? (files[table] ?? '') : '';
  const [header, ...rows] = readRecords(table, text, []);
  const columns = header?.cells.map((cell) => cell.trim().split(':')[0]) ?? [];
  for (const { cells, starts, line } of rows) {
    columns.forEach((column, index) => {
      const kind = column === 'to' ? 'stage' : column === 'team' ? 'team' : null;
      const cell = cells[index] ?? '';
      const start = text.indexOf(cell, starts[index]);
      if (kind === null || cell === '') return;
      const stretch = {
        file: table,
        path: `${table}#${line}`,
        text: cell,
        at: (offset: number) => start + offset,
      };
      book.add(keyOf({ kind, name: cell }), 'routing-table', stretch);
    });
  }
}
