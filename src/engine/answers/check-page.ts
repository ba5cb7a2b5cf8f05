import { FORMATS, UUID } from '../japanese/formats.js';
import type { Form, JsonSchema } from '../procedure/procedure.js';
import type { PageValidator, PageValidatorError, PageValidators } from './answers.js';
import { sameAnswer } from './same-answer.js';

/**
 * A form's pages checked by reading their schemas, without any code made for them: what a phone uses, where a generated
 * module a page would weigh as much as half the engine. It knows the keywords that our compiler writes and no others,
 * and says what Ajv says of them, in the same order (`tests/support/small-procedure.ts` compares the two).
 */
export function readingValidators({ pages }: Form): PageValidators {
  return Object.fromEntries(pages.map(({ name, schema }) => [name, validatorOf(schema)]));
}

function validatorOf(schema: JsonSchema): PageValidator {
  const validator: PageValidator = (data) => {
    const errors: PageValidatorError[] = [];
    check(schema, data, '', errors);
    validator.errors = errors.length > 0 ? errors : null;
    return errors.length === 0;
  };
  return validator;
}

type Refuse = (keyword: string, params: PageValidatorError['params']) => void;

function check(schema: JsonSchema, value: unknown, instancePath: string, errors: PageValidatorError[]): void {
  const refuse: Refuse = (keyword, params) => errors.push({ keyword, instancePath, params });
  const { type } = schema;
  const isWrong = typeof type === 'string' && !isOfType(type, value);
  // The first error of a question is the one that is told, and Ajv names the type after what it may be.
  const isLate = type === 'string' && TEXT_KEYWORDS.some((keyword) => keyword in schema);
  if (isWrong && !isLate) refuse('type', { type });
  checkSame(schema, value, refuse);
  if (isWrong && isLate) refuse('type', { type });
  if (typeof value === 'number' && Number.isFinite(value)) checkNumber(schema, value, refuse);
  else if (typeof value === 'string') checkText(schema, value, refuse);
  else if (Array.isArray(value)) {
    checkLength(schema, ['maxItems', 'minItems'], value.length, refuse);
    const { items } = schema;
    if (isSchema(items))
      value.forEach((item, index) => check(items, item, `${instancePath}/${index}`, errors));
    if (schema['uniqueItems'] === true && hasTwins(value)) refuse('uniqueItems', {});
  } else if (isRecord(value)) {
    const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
    if (schema['additionalProperties'] === false)
      for (const name of Object.keys(value))
        if (!Object.hasOwn(properties, name)) refuse('additionalProperties', { additionalProperty: name });
    for (const [name, property] of Object.entries(properties))
      if (Object.hasOwn(value, name) && value[name] !== undefined)
        check(property, value[name], `${instancePath}/${escaped(name)}`, errors);
  }
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  return typeof value === type;
}

function checkSame(schema: JsonSchema, value: unknown, refuse: Refuse): void {
  if ('const' in schema && !sameAnswer(schema['const'], value)) refuse('const', {});
  const allowed = schema['enum'];
  if (Array.isArray(allowed) && !allowed.some((one) => sameAnswer(one, value))) refuse('enum', {});
}

/** Keyword → whether a number lies outside its limit. */
const LIMITS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  maximum: (value, limit) => value > limit,
  minimum: (value, limit) => value < limit,
  exclusiveMaximum: (value, limit) => value >= limit,
  exclusiveMinimum: (value, limit) => value <= limit,
};

function checkNumber(schema: JsonSchema, value: number, refuse: Refuse): void {
  for (const [keyword, isOutside] of Object.entries(LIMITS)) {
    const limit = schema[keyword];
    if (typeof limit === 'number' && isOutside(value, limit)) refuse(keyword, { limit });
  }
  const step = schema['multipleOf'];
  if (typeof step === 'number' && !Number.isInteger(value / step)) refuse('multipleOf', { multipleOf: step });
}

const TEXT_KEYWORDS = ['maxLength', 'minLength', 'pattern', 'format'];

const patterns = new Map<string, RegExp>();

function checkText(schema: JsonSchema, value: string, refuse: Refuse): void {
  const { pattern, format } = schema;
  if ('maxLength' in schema || 'minLength' in schema)
    checkLength(schema, ['maxLength', 'minLength'], [...value].length, refuse);
  if (typeof pattern === 'string') {
    const compiled = patterns.get(pattern) ?? new RegExp(pattern, 'u');
    patterns.set(pattern, compiled);
    if (!compiled.test(value)) refuse('pattern', { pattern });
  }
  if (typeof format === 'string') {
    const known = format === 'uuid' ? UUID : FORMATS[format]?.pattern;
    if (known && !known.test(value)) refuse('format', { format });
  }
}

function checkLength(
  schema: JsonSchema,
  [most, least]: readonly [string, string],
  length: number,
  refuse: Refuse,
): void {
  for (const keyword of [most, least]) {
    const limit = schema[keyword];
    if (typeof limit === 'number' && (keyword === most ? length > limit : length < limit))
      refuse(keyword, { limit });
  }
}

function hasTwins(items: readonly unknown[]): boolean {
  return items.some((item, index) => items.slice(0, index).some((other) => sameAnswer(item, other)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSchema(value: unknown): value is JsonSchema {
  return isRecord(value);
}

/** A name as one step of a JSON Pointer. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
