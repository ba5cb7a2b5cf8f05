import type { FeelType } from '../expression/index.js';
import { isObject, ObjectReader, pointer } from './object-reader.js';
import type { Located } from './object-reader.js';
import { isCivilDate } from '../japanese/date-range.js';
import type { JsonSchema } from '../procedure/procedure.js';
import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import { isSafeName } from './safe-name.js';

const TYPES = ['string', 'integer', 'number', 'boolean'] as const;
const FIELD_KEYS = [
  'type',
  'title',
  'description',
  'format',
  'enum',
  'oneOf',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'const',
];

/**
 * Checks the flat schema of what an official fills in with an action: text, whole number, number, yes/no, date and
 * choice, each with a title. Returns null when it cannot be used.
 */
export function readStaffFields(located: Located, problems: Problem[]): JsonSchema | null {
  const found = problems.length;
  const root = new ObjectReader(located.value, located.path, problems, ['type', 'properties', 'required']);
  root.requiredOneOf('type', ['object'], 'object');
  const fields = root.entries('properties');
  if (fields.length === 0) problems.push(problem(located.path, 'missing-key', { key: 'properties' }));
  for (const field of fields) readField(field.name, field, problems);
  for (const [index, name] of root.texts('required').entries()) {
    if (fields.some((field) => field.name === name)) continue;
    problems.push(problem(pointer(root.at('required').path, index), 'field-unknown', { name }));
  }
  return problems.length === found && isObject(located.value) ? located.value : null;
}

function readField(name: string, located: Located, problems: Problem[]): void {
  if (!isSafeName(name)) problems.push(problem(located.path, 'unsafe-name', { name }));
  const field = new ObjectReader(located.value, located.path, problems, FIELD_KEYS);
  const type = field.requiredOneOf('type', TYPES, 'string');
  field.text('title');
  field.optionalText('description');
  field.oneOf('format', ['date']);
  field.wholeNumber('minLength', 0, 100_000);
  field.wholeNumber('maxLength', 1, 100_000);
  for (const bound of ['minimum', 'maximum']) {
    const { value, path } = field.at(bound);
    if (value !== undefined && !Number.isFinite(value)) {
      problems.push(problem(path, 'wrong-shape', { expected: 'number' }));
    }
  }
  if (field.has('const') && field.at('const').value !== true) {
    problems.push(problem(field.at('const').path, 'wrong-shape', { expected: 'true' }));
  }
  const choices = [...field.texts('enum')];
  for (const option of field.list('oneOf')) {
    const reader = new ObjectReader(option.value, option.path, problems, ['const', 'title']);
    choices.push(reader.text('const'));
    reader.text('title');
  }
  const textOnly = ['format', 'enum', 'oneOf', 'minLength', 'maxLength'].filter((key) => field.has(key));
  const numberOnly = ['minimum', 'maximum'].filter((key) => field.has(key));
  const misplaced = [
    ...(type === 'string' ? [] : textOnly),
    ...(type === 'integer' || type === 'number' ? [] : numberOnly),
    ...(type !== 'boolean' && field.has('const') ? ['const'] : []),
  ];
  for (const key of misplaced)
    problems.push(problem(pointer(located.path, key), 'keyword-not-for-type', { key, type }));
}

/** One field as the checks below read it; made from a schema that `readStaffFields` accepted. */
interface StaffField {
  readonly name: string;
  readonly type: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

export function staffFieldsOf(schema: JsonSchema): readonly StaffField[] {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  return Object.entries(properties).map(([name, value]) => {
    const field = isObject(value) ? value : {};
    return { name, type: String(field['type']), schema: field, required: required.includes(name) };
  });
}

export function staffFieldType({ type, schema }: StaffField): FeelType {
  if (type === 'boolean') return { kind: 'boolean' };
  if (type === 'integer' || type === 'number') return { kind: 'number' };
  if (schema['format'] === 'date') return { kind: 'date' };
  const options = choicesOf(schema);
  return options ? { kind: 'string', options } : { kind: 'string' };
}

function choicesOf(schema: JsonSchema): readonly string[] | null {
  if (Array.isArray(schema['enum'])) return schema['enum'].map(String);
  if (!Array.isArray(schema['oneOf'])) return null;
  return schema['oneOf'].flatMap((option: unknown) => (isObject(option) ? [String(option['const'])] : []));
}

export interface StaffFieldFault {
  readonly field: string;
  readonly rule: 'unknown' | 'required' | 'type' | 'choice' | 'date' | 'range' | 'length';
}

/** The first thing wrong with what an official gave, in the order of the schema; null when it may be kept. */
export function faultInStaffFields(
  schema: JsonSchema | null,
  given: Readonly<Record<string, unknown>>,
): StaffFieldFault | null {
  const fields = schema ? staffFieldsOf(schema) : [];
  for (const field of fields) {
    const value = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
    const rule = isEmpty(value) ? (field.required ? 'required' : null) : brokenRule(field, value);
    if (rule) return { field: field.name, rule };
  }
  const extra = Object.keys(given).find((name) => !fields.some((field) => field.name === name));
  return extra === undefined ? null : { field: extra, rule: 'unknown' };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function brokenRule(field: StaffField, value: unknown): StaffFieldFault['rule'] | null {
  const { schema } = field;
  if (field.type === 'boolean') {
    if (typeof value !== 'boolean') return 'type';
    return schema['const'] === true && !value ? 'required' : null;
  }
  if (field.type === 'integer' || field.type === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'type';
    if (field.type === 'integer' && !Number.isSafeInteger(value)) return 'type';
    return within(value, schema['minimum'], schema['maximum']) ? null : 'range';
  }
  if (typeof value !== 'string') return 'type';
  const choices = choicesOf(schema);
  if (choices && !choices.includes(value)) return 'choice';
  if (schema['format'] === 'date' && !isCivilDate(value)) return 'date';
  return within([...value].length, schema['minLength'], schema['maxLength']) ? null : 'length';
}

function within(value: number, least: unknown, most: unknown): boolean {
  return !(typeof least === 'number' && value < least) && !(typeof most === 'number' && value > most);
}
