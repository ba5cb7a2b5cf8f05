import { findNames, type Scope } from '../../expression/index.js';
import type { Outline } from '../schema-outline.js';
import type { Loop } from '../template-expressions.js';
import type { Thing, Use, UseKind } from '../thing.js';
import type { Stretch } from './folder-text.js';

/** An expression of the folder, with what it may read. */
export interface ExpressionPlace {
  readonly stretch: Stretch;
  readonly as: 'expression' | 'template';
  readonly scope: Scope;
  /** What `row` stands for; null outside of a repeat. */
  readonly repeat: Outline | null;
  /** Names bound by loops around it. */
  readonly loops: readonly Loop[];
  /** The page or field it belongs to; null for one that belongs to none. */
  readonly owner: Outline | null;
}

/** One use with the key of the thing it names. */
export interface KeyedUse extends Use {
  readonly key: string;
}

/** `reads`: the fields and pages it ends up at; of `store.city` the city, not the page on the way to it. */
export type ReadingPlace = ExpressionPlace & { readonly reads: readonly Outline[] };

/** Collects every name of a folder and every expression. */
export class NameBook {
  private readonly found = new Map<string, KeyedUse>();
  readonly expressions: ReadingPlace[] = [];

  constructor(readonly pages: readonly Outline[]) {}

  /** In the order of the files and of what stands in them. */
  get uses(): readonly KeyedUse[] {
    return [...this.found.values()].sort((a, b) =>
      a.file === b.file ? a.from - b.from : a.file < b.file ? -1 : 1,
    );
  }

  /** Notes that a stretch, or the part of it from one offset to another, names something. */
  add(key: string | null, kind: UseKind, stretch: Stretch | null, from = 0, to = stretch?.text.length): void {
    if (key === null || stretch === null) return;
    const use = {
      key,
      kind,
      file: stretch.file,
      path: stretch.path,
      from: stretch.at(from),
      to: stretch.at(to ?? from),
    };
    this.found.set(`${use.file}:${use.from}:${key}`, use);
  }

  expression(place: ExpressionPlace): void {
    const { stretch, as, scope, repeat, loops } = place;
    const found = findNames(stretch.text, scope);
    for (const { from, to, path, kind } of found) {
      if (kind === 'question') this.dotted(stretch, as, null, from, to);
      if (kind === 'team') this.add(keyOf({ kind, name: path.join('.') }), as, stretch, from, to);
    }
    const names = found.filter(
      ({ path, kind }) =>
        (kind === 'fact' || kind === 'column') && !loops.some((loop) => loop.name === path[0]),
    );
    const reads = new Set<Outline>();
    names.forEach(({ from, to, path }, index) => {
      this.add(this.keyOfFact(path, repeat), as, stretch, from, to);
      const field = this.fieldOfFact(path, repeat);
      const isOnTheWay = /^\s*\.\s*$/.test(stretch.text.slice(to, names[index + 1]?.from ?? 0));
      if (field && (!isOnTheWay || field.row)) reads.add(field);
    });
    this.expressions.push({ ...place, reads: [...reads] });
  }

  /** A path as an expression writes it: from the root, or through `row`. */
  keyOfFact(path: readonly string[], repeat: Outline | null): string | null {
    const [root = '', first, second, ...deeper] = path;
    if (root === 'tables' && first !== undefined && deeper.length === 0) {
      return second === undefined
        ? keyOf({ kind: 'table', name: first })
        : keyOf({ kind: 'column', table: first, name: second });
    }
    if (root === 'staff' && first !== undefined && deeper.length === 0) {
      return second === undefined
        ? keyOf({ kind: 'action', name: first })
        : keyOf({ kind: 'staff-field', action: first, name: second });
    }
    return fieldKey(this.fieldOfFact(path, repeat));
  }

  private fieldOfFact(path: readonly string[], repeat: Outline | null): Outline | null {
    const [root, ...steps] = path;
    if (root === 'row') return steps.length === 0 ? null : outlineAt(repeat, steps);
    return outlineAt(this.pages.find((page) => page.name === root) ?? null, steps);
  }

  /** A dotted path with the names at their places: `sales.rows[].amount`, `row.amount`. */
  dotted(stretch: Stretch | null, kind: UseKind, repeat: Outline | null, skip = 0, end?: number): void {
    if (!stretch) return;
    const path: string[] = [];
    let from = skip;
    for (const step of stretch.text.slice(skip, end).split('.')) {
      const name = step.replace(/\[\]$/, '');
      path.push(name);
      this.add(this.keyOfFact(path, repeat), kind, stretch, from, from + name.length);
      from += step.length + 1;
    }
  }

  /** A pointer into answers, rows by number or id: `/sales/rows/0/amount`. */
  answerPointer(stretch: Stretch | null, kind: UseKind): void {
    if (!stretch?.text.startsWith('/')) return;
    let at: Outline | null = null;
    let from = 1;
    for (const [index, step] of stretch.text.slice(1).split('/').entries()) {
      if (!/^(?:\d+$|@)/.test(step)) {
        const among: readonly Outline[] = index === 0 ? this.pages : (at?.fields ?? []);
        at = among.find((one) => one.name === step) ?? null;
        this.add(fieldKey(at), kind, stretch, from, from + step.length);
      }
      from += step.length + 1;
    }
  }
}

function outlineAt(start: Outline | null, steps: readonly string[]): Outline | null {
  return steps.reduce<Outline | null>(
    (at, step) => at?.fields.find((field) => field.name === step) ?? null,
    start,
  );
}

/** A field shared through a definition has one key, whatever paths lead to it. */
export function fieldKey(at: Outline | null): string | null {
  return at && `field ${at.definition}`;
}

/** What tells one thing from another, for things that are known by name. */
export function keyOf(thing: Exclude<Thing, { kind: 'page' | 'field' }>): string {
  if (thing.kind === 'column') return `column ${thing.table} ${thing.name}`;
  if (thing.kind === 'staff-field') return `staff-field ${thing.action} ${thing.name}`;
  return `${thing.kind} ${thing.name}`;
}
