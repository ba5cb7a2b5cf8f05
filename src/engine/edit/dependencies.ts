import type { ProcedureFiles } from '../procedure/procedure.js';
import { collectNames } from './names/collect-names.js';
import type { ReadingPlace } from './names/name-book.js';
import type { Outline } from './schema-outline.js';

/** What an expression decides. */
export type ReaderKind =
  | 'asked-when'
  | 'computed'
  | 'check'
  | 'stage-check'
  | 'route'
  | 'timer'
  | 'condition'
  | 'highlight'
  | 'subject'
  | 'once-per'
  | 'message'
  | 'notice';

/** An expression that reads a field. */
export interface Reader {
  readonly kind: ReaderKind;
  /** As in a Problem: `form.schema.json#/properties/store/x-askWhen`, `notices/grant.md#12`. */
  readonly path: string;
  /** The page or field that the expression is written at, as in `Field.path`; null outside of the form. */
  readonly field: string | null;
}

/** Pages and fields by `Field.path`, pages by name; each in the order of the screen. */
export interface Dependencies {
  readonly readBy: readonly Reader[];
  /** Whether and with which value it is there follows from these, at first hand. */
  readonly reads: readonly string[];
  /** The same, over any number of steps. */
  readonly dependsOn: readonly string[];
  /** Fields that follow from it, over any number of steps. */
  readonly affects: readonly string[];
}

/**
 * What depends on each page and field, and what it depends on itself: conditions (those of the groups and the page
 * around it too) and computed values. Checks, routes and documents read fields but decide about none, so they are
 * readers only. Also of a folder with problems, as far as it can be read.
 */
export function dependencies(files: ProcedureFiles): ReadonlyMap<string, Dependencies> {
  const { book } = collectNames(files);
  const all = book.pages.flatMap((page) => withInner(page, null));
  const reads = new Map<Outline, ReadonlySet<Outline>>();
  for (const { outline, parent } of all) {
    const own = book.expressions
      .filter((place) => place.owner === outline && ['asked-when', 'computed'].includes(kindOf(place)))
      .flatMap((place) => place.reads);
    reads.set(outline, new Set([...(parent ? (reads.get(parent) ?? []) : []), ...own]));
  }
  const dependsOn = new Map(all.map(({ outline }) => [outline, reached(outline, reads)]));
  const paths = (found: ReadonlySet<Outline>) =>
    all.filter(({ outline }) => found.has(outline)).map(({ outline }) => outline.path);

  return new Map(
    all.map(({ outline }): [string, Dependencies] => [
      outline.path,
      {
        readBy: book.expressions
          .filter((place) => place.reads.includes(outline))
          .map((place) => ({
            kind: kindOf(place),
            path: place.stretch.path,
            field: place.owner?.path ?? null,
          })),
        reads: paths(reads.get(outline) ?? new Set()),
        dependsOn: paths(dependsOn.get(outline) ?? new Set()),
        affects: all
          .filter((other) => dependsOn.get(other.outline)?.has(outline))
          .map((other) => other.outline.path),
      },
    ]),
  );
}

function withInner(
  outline: Outline,
  parent: Outline | null,
): readonly { readonly outline: Outline; readonly parent: Outline | null }[] {
  return [{ outline, parent }, ...outline.fields.flatMap((field) => withInner(field, outline))];
}

/** Who reads a group, a repeat or a page whole reads all that is in it. */
function reached(start: Outline, reads: ReadonlyMap<Outline, ReadonlySet<Outline>>): ReadonlySet<Outline> {
  const found = new Set<Outline>();
  const open = [...(reads.get(start) ?? [])];
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...next.fields, ...(reads.get(next) ?? []));
  }
  return found;
}

const KINDS: readonly (readonly [place: RegExp, kind: ReaderKind])[] = [
  [/^messages\//, 'message'],
  [/^notices\//, 'notice'],
  [/\/x-askWhen$/, 'asked-when'],
  [/\/x-compute$/, 'computed'],
  [/\/x-check\/\d+\/expression$/, 'check'],
  [/^procedure\.json#\/subject$/, 'subject'],
  [/^procedure\.json#\/oncePer/, 'once-per'],
  [/^workflow\.json#\/highlights\//, 'highlight'],
  [/\/routes\/\d+\//, 'route'],
  [/\/checks\/\d+\/expression$/, 'stage-check'],
  [/\/timers\//, 'timer'],
];

function kindOf({ stretch }: ReadingPlace): ReaderKind {
  return KINDS.find(([place]) => place.test(stretch.path))?.[1] ?? 'condition';
}
