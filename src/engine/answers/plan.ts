import type { Expression } from '../expression/index.js';
import type { Check, Field, Page } from '../procedure/procedure.js';

/**
 * How one set of answers is evaluated: every page, group, repeat and field once, each after what its expressions
 * read. Made at compile time, so that an evaluation looks nothing up.
 *
 * A slot is a number for a container (page, group, repeat); what was given and what came of it are kept by slot.
 */
export interface Plan {
  readonly steps: readonly Step[];
  /** Step → what it directly depends on: its container, and what its expressions read. */
  readonly needs: ReadonlyMap<Step, ReadonlySet<Step>>;
  readonly slots: number;
  readonly checks: readonly CheckPlan[];
  readonly pages: readonly Page[];
  readonly pageNames: ReadonlySet<string>;
  /** By pointer, with `*` for the number of a row. */
  readonly byPointer: ReadonlyMap<string, Step>;
}

export interface Step {
  readonly kind: 'page' | 'group' | 'rows' | 'field';
  readonly name: string;
  /** Null for a page. */
  readonly field: Field | null;
  /** JSON Pointer, or the part of it after the row: `/amount`. */
  readonly pointer: string;
  /** Place on the screen, counted from 0. */
  readonly place: number;
  /** Slot of the container; -1 for a page. */
  readonly parent: number;
  /** Own slot; -1 for a field. */
  readonly slot: number;
  /** The repeat this stands in. */
  readonly repeat: Step | null;
  readonly askWhen: Expression | null;
  readonly compute: Expression | null;
  readonly required: boolean;
  readonly consent: boolean;
  /** Names of the children of a container. */
  readonly known: ReadonlySet<string>;
  /** Whether expressions may see the value. */
  readonly accepts: (value: unknown) => boolean;
  /** Too large for Ajv to look at. */
  readonly oversize: (value: unknown) => boolean;
  /** What no RegExp can check; null where the format says all. */
  readonly verify: ((text: string) => boolean) | null;
}

export interface CheckPlan {
  readonly check: Check;
  /** Where it is written in the file. */
  readonly place: string;
  /** Where it was written: it runs only while that is asked. Null for the root. */
  readonly owner: Step | null;
  readonly target: Step | null;
  /** Set when it runs once for each row. */
  readonly repeat: Step | null;
}
