import { Decimal, decimalText } from './decimal.js';
import { MAX_TEXT_LENGTH } from './limits.js';
import { EvaluationError } from './problems.js';
import { temporalText } from './temporal/text.js';
import { FeelContext, isList, kindOf, type FeelRange, type FeelValue } from './values.js';
import { Walk } from './walk.js';

/** The value as FEEL's string() writes it; null at the top becomes empty text. */
export function toText(value: FeelValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : new TextWriter().write(value);
}

/** A text that two values share exactly when FEEL calls them equal; what is looked up is found by it. */
export function keyOf(value: FeelValue): string {
  return `${kindOf(value)} ${toText(value)}`;
}

class TextWriter {
  private readonly walk = new Walk();
  private length = 0;

  write(value: FeelValue): string {
    this.walk.enter();
    const text = this.textOf(value);
    this.walk.leave();
    this.length += text.length;
    if (this.length > 20 * MAX_TEXT_LENGTH || text.length > MAX_TEXT_LENGTH) {
      throw new EvaluationError('limit', { limit: MAX_TEXT_LENGTH }, 0);
    }
    return text;
  }

  private textOf(value: FeelValue): string {
    if (value === null) return 'null';
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'boolean') return String(value);
    if (value instanceof Decimal) return decimalText(value);
    if (isList(value)) return `[${value.map((item) => this.write(item)).join(', ')}]`;
    switch (value.kind) {
      case 'context':
        return `{${this.entries(value)}}`;
      case 'range':
        return this.range(value);
      case 'function':
        return `function(${value.parameters.join(', ')})`;
      case 'date':
      case 'time':
      case 'dateTime':
      case 'daysDuration':
      case 'monthsDuration':
        return temporalText(value);
    }
  }

  private entries(value: FeelContext): string {
    const plain = /^[\p{L}_][\p{L}\p{N}_ ]*$/u;
    return value
      .keys()
      .map((key) => `${plain.test(key) ? key : JSON.stringify(key)}: ${this.write(value.get(key) ?? null)}`)
      .join(', ');
  }

  private range({ start, startIncluded, end, endIncluded }: FeelRange): string {
    if (start === undefined && end !== undefined) return `${endIncluded ? '<=' : '<'} ${this.write(end)}`;
    if (end === undefined && start !== undefined) return `${startIncluded ? '>=' : '>'} ${this.write(start)}`;
    const [from, to] = [this.write(start ?? null), this.write(end ?? null)];
    return `${startIncluded ? '[' : '('}${from}..${to}${endIncluded ? ']' : ')'}`;
  }
}

/**
 * The value as JSON for storage and display: a number that a JS number holds exactly, else its decimal text;
 * dates, times and durations as ISO text; a range or function as its FEEL text.
 */
export function toJson(value: FeelValue): unknown {
  return jsonOf(value, new Walk());
}

function jsonOf(value: FeelValue, walk: Walk): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Decimal) return jsonNumber(value);
  if (!isList(value) && value.kind !== 'context') return toText(value);
  walk.enter();
  const json = isList(value) ? value.map((item) => jsonOf(item, walk)) : jsonObject(value, walk);
  walk.leave();
  return json;
}

function jsonNumber(value: Decimal): number | string {
  const number = value.toNumber();
  const exact = Math.abs(number) <= Number.MAX_SAFE_INTEGER && value.eq(number);
  // Adding 0 makes a negative zero a plain one.
  return exact ? number + 0 : decimalText(value);
}

function jsonObject(value: FeelContext, walk: Walk): Record<string, unknown> {
  // No prototype, so that a key such as __proto__ is a key like any other.
  const json = Object.create(null) as Record<string, unknown>;
  for (const key of value.keys()) json[key] = jsonOf(value.get(key) ?? null, walk);
  return json;
}
