import { nearestName } from '../nearest-name.js';
import { type Problem, problem } from '../problem.js';
import { isObject, type Located, pointer } from '../workflow/object-reader.js';
import type { Page } from './procedure.js';
import { readFills, WIDGETS } from './read-fills.js';
import type { DraftField } from './read-field.js';
import type { DraftForm, DraftPage } from './read-form.js';

export const UI_FILE = 'form.ui.json';

/** What the screens understand of rjsf's uiSchema, and nothing that could carry code or markup. */
const UI_KEYWORDS = [
  'ui:widget',
  'ui:order',
  'ui:help',
  'ui:autocomplete',
  'ui:options',
  'ui:title',
  'ui:description',
  'ui:enumNames',
  'ui:inputmode',
  'ui:unit',
  'ui:example',
  'ui:fills',
];
const UI_OPTIONS = [
  'addable',
  'removable',
  'orderable',
  'inline',
  'inputmode',
  'rows',
  'unit',
  'example',
  'addLabel',
  'rowLabel',
  'yesLabel',
  'noLabel',
  'postal',
  'label',
  'oneRowPer',
  'bank',
  'paste',
];

type Ui = Readonly<Record<string, unknown>>;

/** The uiSchema of each page. Keys that name no page, no field and no `ui:` keyword are problems. */
export function readUi(root: unknown, form: DraftForm, problems: Problem[]): Readonly<Record<string, Ui>> {
  if (!isObject(root)) {
    problems.push(problem(`${UI_FILE}#`, 'wrong-shape', { expected: 'object' }));
    return {};
  }
  const pages: Record<string, Ui> = {};
  for (const [name, value] of Object.entries(root)) {
    // Names the schema by which editors complete the file.
    if (name === '$schema') continue;
    const path = pointer(`${UI_FILE}#`, name);
    const page = form.pages.find((candidate) => candidate.name === name);
    if (!page)
      unknown(
        name,
        form.pages.map((candidate) => candidate.name),
        path,
        problems,
      );
    else if (readObject({ value, path }, page.fields, problems)) pages[name] = isObject(value) ? value : {};
  }
  return pages;
}

function readObject({ value, path }: Located, fields: readonly DraftField[], problems: Problem[]): boolean {
  if (!isObject(value)) {
    problems.push(problem(path, 'wrong-shape', { expected: 'object' }));
    return false;
  }
  for (const [key, member] of Object.entries(value)) {
    const at = { value: member, path: pointer(path, key) };
    const field = fields.find((candidate) => candidate.name === key);
    if (key.startsWith('ui:')) readKeyword(key, at, fields, problems);
    else if (field) {
      readField(field, at, problems);
      readFills(field, member, at.path, fields, problems);
    } else unknown(key, [...fields.map((candidate) => candidate.name), ...UI_KEYWORDS], at.path, problems);
  }
  return true;
}

function readField(field: DraftField, at: Located, problems: Problem[]): void {
  if (field.rules.kind !== 'rows') {
    readObject(at, field.fields, problems);
    return;
  }
  // rjsf writes the questions of a row under `items`.
  if (!isObject(at.value)) problems.push(problem(at.path, 'wrong-shape', { expected: 'object' }));
  for (const [key, member] of Object.entries(isObject(at.value) ? at.value : {})) {
    const inside = { value: member, path: pointer(at.path, key) };
    if (key === 'items') readObject(inside, field.fields, problems);
    else if (key.startsWith('ui:')) readKeyword(key, inside, [], problems);
    else unknown(key, ['items', ...UI_KEYWORDS], inside.path, problems);
  }
}

function readKeyword(
  key: string,
  { value, path }: Located,
  fields: readonly DraftField[],
  problems: Problem[],
): void {
  if (!UI_KEYWORDS.includes(key)) {
    unknown(key, UI_KEYWORDS, path, problems);
    return;
  }
  if (key === 'ui:options') {
    if (!isObject(value)) problems.push(problem(path, 'wrong-shape', { expected: 'object' }));
    for (const [option, setting] of Object.entries(isObject(value) ? value : {})) {
      if (!UI_OPTIONS.includes(option)) unknown(option, UI_OPTIONS, pointer(path, option), problems);
      else if (typeof setting === 'object')
        problems.push(problem(pointer(path, option), 'wrong-shape', { expected: 'text' }));
    }
    return;
  }
  if (key === 'ui:order') {
    readOrder({ value, path }, fields, problems);
    return;
  }
  if (key === 'ui:widget' && typeof value === 'string' && !WIDGETS.includes(value)) {
    const suggestion = nearestName(value, WIDGETS);
    const choices = WIDGETS.join(', ');
    problems.push(
      problem(
        path,
        'unknown-choice',
        suggestion === undefined ? { value, choices } : { value, suggestion, choices },
      ),
    );
    return;
  }
  // Read with the question that it stands at.
  if (key === 'ui:fills') return;
  const isText = typeof value === 'string' || (key === 'ui:enumNames' && Array.isArray(value));
  if (!isText) problems.push(problem(path, 'wrong-shape', { expected: 'text' }));
}

function readOrder({ value, path }: Located, fields: readonly DraftField[], problems: Problem[]): void {
  if (!Array.isArray(value)) {
    problems.push(problem(path, 'wrong-shape', { expected: 'list' }));
    return;
  }
  const names = fields.map((field) => field.name);
  const order = value.map(String);
  order.forEach((name, index) => {
    if (name !== '*' && !names.includes(name)) unknown(name, names, pointer(path, index), problems);
    else if (order.indexOf(name) !== index)
      problems.push(problem(pointer(path, index), 'duplicate-key', { key: name }));
  });
  const left = names.filter((name) => !order.includes(name));
  if (left.length > 0 && !order.includes('*'))
    problems.push(problem(path, 'order-incomplete', { names: left.join(', ') }));
}

function unknown(name: string, known: readonly string[], path: string, problems: Problem[]): void {
  const suggestion = nearestName(name, known);
  problems.push(problem(path, 'unknown-field', suggestion === undefined ? { name } : { name, suggestion }));
}

/** `ui:order` is the order of the screen, so it is also the order of problems, lists and notices. */
export function applyOrder(page: DraftPage, ui: Page['ui'] | undefined): DraftPage {
  return { ...page, fields: ordered(page.fields, ui) };
}

function ordered(fields: readonly DraftField[], ui: unknown): readonly DraftField[] {
  const settings = isObject(ui) ? ui : {};
  const inside = fields.map((field) => {
    const own = isObject(settings[field.name]) ? settings[field.name] : {};
    const children = field.rules.kind === 'rows' && isObject(own) ? own['items'] : own;
    return field.fields.length === 0 ? field : { ...field, fields: ordered(field.fields, children) };
  });
  const order = settings['ui:order'];
  if (!Array.isArray(order)) return inside;
  const names = order.map(String);
  const rest = inside.filter((field) => !names.includes(field.name));
  return names.flatMap((name) => (name === '*' ? rest : inside.filter((field) => field.name === name)));
}
