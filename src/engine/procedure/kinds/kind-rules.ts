import type { FeelType } from '../../expression/index.js';
import type { ObjectReader } from '../../workflow/object-reader.js';
import type { AttachmentRule, FieldKind, JsonSchema, Option, Tables } from '../procedure.js';

/** What a kind makes of an author's field: the part of it that does not depend on other fields. */
export interface KindReading {
  /** Only keywords that Ajv knows, every size bounded, no `required`. */
  readonly schema: JsonSchema;
  readonly options: readonly Option[] | null;
  readonly attachment: AttachmentRule | null;
}

/** A field already read, as its container sees it. */
export interface ReadChild {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly type: FeelType;
}

/**
 * One kind of question. A new kind is one file in this folder, one line in `index.ts`, and what may stand as its answer
 * in `../../answers/value-rules.ts`.
 */
export interface KindRules {
  readonly kind: FieldKind;
  /** Values of `type` by which an author writes it. */
  readonly types: readonly string[];
  /** Chooses among kinds of the same `type`; the first that matches is it. */
  matches(source: ObjectReader): boolean;
  /** Keywords of this kind beside those that every question may have. */
  readonly keywords: readonly string[];
  read(source: ObjectReader, tables: Tables, children: readonly ReadChild[]): KindReading;
  /** What expressions see. */
  type(reading: KindReading, children: readonly ReadChild[]): FeelType;
}

/** A whole-number keyword within bounds; undefined when the author did not give it. */
export function bound(source: ObjectReader, key: string, from: number, to: number): number | undefined {
  return source.wholeNumber(key, from, to) ?? undefined;
}

/** Leaves out what is undefined, so that the schema holds what was said and nothing else. */
export function schemaOf(members: Record<string, unknown>): JsonSchema {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A lower bound above its upper bound would refuse every answer. */
export function checkOrder(source: ObjectReader, low: string, high: string): void {
  const [least, most] = [source.at(low).value, source.at(high).value];
  if (typeof least === 'number' && typeof most === 'number' && least > most) {
    source.report(source.at(low).path, 'bounds-crossed', { low, high });
  }
}
