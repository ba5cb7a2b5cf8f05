import type { AuthoredField, NewField } from '#engine';

type Members = NewField['schema'];

/** Questions as they travel between places, drafts and procedures: plain text that says what it is. */
export interface Clip {
  readonly tetsuzuki: 'questions';
  readonly pages: readonly NewField[];
  readonly fields: readonly NewField[];
}

/** Also for buttons, and for browsers that give no page the clipboard. */
const KEY = 'tetsuzuki.builder.clipboard';

/** What is shared within its form is written out: another form has no such definition. */
export function newFieldOf(field: AuthoredField): NewField {
  return {
    name: field.name,
    schema: wholeSchema(field),
    ...(Object.keys(field.ui).length > 0 && { ui: field.ui }),
    ...(field.required && { required: true }),
  };
}

function wholeSchema({ schema, fields, kind }: AuthoredField): Members {
  if (fields.length === 0) return schema;
  const properties = Object.fromEntries(fields.map((field) => [field.name, wholeSchema(field)]));
  if (kind !== 'rows') return { ...schema, properties };
  const { items } = schema;
  const row = typeof items === 'object' && items !== null && !Array.isArray(items) ? (items as Members) : {};
  const { $ref: _shared, ...own } = row;
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return {
    ...schema,
    items: { type: 'object', ...own, properties, ...(required.length > 0 && { required }) },
  };
}

export function clipOf(fields: readonly AuthoredField[]): Clip {
  const isPage = (field: AuthoredField): boolean => field.kind === 'page';
  return {
    tetsuzuki: 'questions',
    pages: fields.filter(isPage).map(newFieldOf),
    fields: fields.filter((field) => !isPage(field)).map(newFieldOf),
  };
}

export function keepClip(clip: Clip): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(clip));
  } catch {
    // The browser's own clipboard has it.
  }
}

export function keptClip(): Clip | null {
  try {
    return readClip(localStorage.getItem(KEY) ?? '');
  } catch {
    return null;
  }
}

/** Null for a text that is none of ours. */
export function readClip(text: string): Clip | null {
  try {
    const read = JSON.parse(text) as Partial<Clip> | null;
    if (read?.tetsuzuki !== 'questions' || !Array.isArray(read.pages) || !Array.isArray(read.fields))
      return null;
    return [...read.pages, ...read.fields].every(isField) ? (read as Clip) : null;
  } catch {
    return null;
  }
}

function isField(value: unknown): value is NewField {
  if (typeof value !== 'object' || value === null) return false;
  const { name, schema } = value as Partial<NewField>;
  return typeof name === 'string' && typeof schema === 'object';
}
