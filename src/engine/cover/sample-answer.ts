import { FORMATS } from '../japanese/formats.js';
import type { Field, IsoDate, JsonSchema } from '../procedure/procedure.js';
import { addDays } from './days.js';
import { samplePatterns } from './sample-pattern.js';

/** Values that look like what they stand for and belong to nobody. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  email: 'mihon@example.jp',
  kana: 'ミホン',
  'postal-jp': '5400008',
  'tel-jp': '0661234567',
  'corporate-number': '7123456789012',
  'bank-code': '0001',
  'branch-code': '001',
  'account-number': '1234567',
  'zengin-name': 'ﾐﾎﾝ',
  hours: '18:00',
  url: 'https://example.jp/',
};

/** What somebody without anything special would answer. Undefined where nothing can be made up. */
export function sampleAnswer(field: Field, today: IsoDate): unknown {
  const { schema } = field;
  if (field.consent) return true;
  if (schema['const'] !== undefined) return schema['const'];
  const [example] = field.examples;
  if (example !== undefined && field.kind !== 'choices') return example;
  switch (field.kind) {
    case 'text':
      return sampleText(field);
    case 'date':
      return addDays(today, -400);
    case 'integer':
    case 'number':
      return sampleNumber(schema);
    case 'boolean':
      return false;
    case 'choice':
      return field.options?.[0]?.value;
    case 'choices':
      return (field.options ?? [])
        .slice(0, Math.max(1, numberIn(schema, 'minItems') ?? 1))
        .map((option) => option.value);
    case 'attachment':
      return [sampleFile(1)];
    case 'group':
      return {};
    case 'rows':
      return Array.from({ length: Math.max(1, numberIn(schema, 'minItems') ?? 1) }, () => ({}));
  }
}

/** Ids of files that were never uploaded. */
export function sampleFile(number: number): string {
  return `0190f000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

function sampleText({ schema, format, title }: Field): string {
  const most = numberIn(schema, 'maxLength') ?? 1000;
  const [pattern = null] = typeof schema['pattern'] === 'string' ? samplePatterns(schema['pattern']) : [];
  const known = format === null ? null : (BY_FORMAT[format] ?? null);
  const text = pattern ?? known ?? `見本の${title}`;
  if (format !== null && FORMATS[format]?.verify?.(text) === false) return text;
  const least = numberIn(schema, 'minLength') ?? 0;
  return [...text.padEnd(least, '見')].slice(0, most).join('');
}

function sampleNumber(schema: JsonSchema): number {
  const step = numberIn(schema, 'multipleOf') ?? 1;
  const above = numberIn(schema, 'exclusiveMinimum');
  const least = numberIn(schema, 'minimum') ?? (above === null ? null : above + step);
  const most = numberIn(schema, 'maximum') ?? numberIn(schema, 'exclusiveMaximum') ?? Number.MAX_SAFE_INTEGER;
  const start = Math.max(least ?? 1, Math.min(1, most));
  return Math.ceil(start / step) * step;
}

export function numberIn(schema: JsonSchema, key: string): number | null {
  const value = schema[key];
  return typeof value === 'number' ? value : null;
}
