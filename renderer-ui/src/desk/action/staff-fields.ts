import type { ActionFault } from './action-form.js';

/** One question to the official, read from the flat schema that an action brings. */
export interface StaffField {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly kind:
    'text' | 'long-text' | 'whole-number' | 'number' | 'yes-no' | 'confirmation' | 'date' | 'choice';
  readonly required: boolean;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
}

/** A text this long gets several lines. */
const LONG_TEXT = 100;

export function readStaffFields(schema: Readonly<Record<string, unknown>> | null): readonly StaffField[] {
  if (!schema) return [];
  const required = listOf(schema['required']);
  return Object.entries(recordOf(schema['properties'])).map(([name, value]) => {
    const field = recordOf(value);
    const options = optionsOf(field);
    return {
      name,
      title: typeof field['title'] === 'string' ? field['title'] : name,
      description: typeof field['description'] === 'string' ? field['description'] : null,
      kind: kindOf(field, options.length > 0),
      required: required.includes(name),
      options,
      minimum: numberOf(field['minimum']),
      maximum: numberOf(field['maximum']),
      minLength: numberOf(field['minLength']),
      maxLength: numberOf(field['maxLength']),
    };
  });
}

function kindOf(field: Readonly<Record<string, unknown>>, hasOptions: boolean): StaffField['kind'] {
  if (hasOptions) return 'choice';
  if (field['type'] === 'boolean') return field['const'] === true ? 'confirmation' : 'yes-no';
  if (field['type'] === 'integer') return 'whole-number';
  if (field['type'] === 'number') return 'number';
  if (field['format'] === 'date') return 'date';
  return (numberOf(field['maxLength']) ?? 0) > LONG_TEXT ? 'long-text' : 'text';
}

function optionsOf(field: Readonly<Record<string, unknown>>): StaffField['options'] {
  const named = listOf(field['oneOf']).map(recordOf);
  if (named.length > 0)
    return named.map((option) => ({ value: String(option['const']), title: String(option['title']) }));
  return listOf(field['enum']).map((value) => ({ value: String(value), title: String(value) }));
}

type Typed = Readonly<Record<string, string | boolean>>;

function missing(field: StaffField): ActionFault {
  const codes: Partial<Record<StaffField['kind'], ActionFault['code']>> = {
    choice: 'choice-missing',
    'yes-no': 'choice-missing',
    confirmation: 'confirmation-missing',
  };
  const code = codes[field.kind] ?? 'field-missing';
  return { at: `fields.${field.name}`, code, params: { title: field.title } };
}

export function staffFieldFaults(fields: readonly StaffField[], typed: Typed): readonly ActionFault[] {
  return fields.flatMap((field): ActionFault[] => {
    const at = `fields.${field.name}`;
    const value = typed[field.name];
    if (field.kind === 'yes-no' || field.kind === 'confirmation') {
      const answered = field.kind === 'yes-no' ? value !== undefined : value === true;
      return field.required && !answered ? [missing(field)] : [];
    }
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '') return field.required ? [missing(field)] : [];
    return isGood(field, text) ? [] : [{ at, code: 'field-wrong', params: { title: field.title } }];
  });
}

function isGood(field: StaffField, text: string): boolean {
  if (field.kind === 'whole-number' || field.kind === 'number') {
    const value = readNumber(text);
    if (value === null || (field.kind === 'whole-number' && !Number.isSafeInteger(value))) return false;
    return value >= (field.minimum ?? -Infinity) && value <= (field.maximum ?? Infinity);
  }
  if (field.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (field.kind === 'choice') return field.options.some((option) => option.value === text);
  const length = [...text].length;
  return length >= (field.minLength ?? 0) && length <= (field.maxLength ?? Infinity);
}

/** `１，５１７，０００` and `1,517,000円` are both 1517000; null when it is no number. */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s円]/g, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Typed texts as the values the server keeps; what was left empty is left out. */
export function toFieldValues(fields: readonly StaffField[], typed: Typed): Record<string, unknown> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = typed[field.name];
    if (value === undefined) return [];
    if (typeof value === 'boolean')
      return field.kind === 'confirmation' && !value ? [] : [[field.name, value]];
    const text = value.trim();
    if (text === '') return [];
    const isNumber = field.kind === 'whole-number' || field.kind === 'number';
    return [[field.name, isNumber ? readNumber(text) : text]];
  });
  return Object.fromEntries(entries);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
