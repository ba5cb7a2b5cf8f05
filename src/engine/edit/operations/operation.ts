import type { JsonValue } from '../../procedure/parse-json.js';
import type { Thing } from '../thing.js';

/** Places of fields are paths as in `Field.path`: `store`, `store.city`, `sales.rows[].amount`. */
export type Operation = FormOperation | WorkflowOperation | TextOperation | TableOperation | RenameOperation;

type Members = Readonly<Record<string, JsonValue>>;

/** Where among its siblings: before that one, or last. */
interface Placed {
  readonly before?: string;
}

/** A question as an author brings it: from the palette, a ready block or another procedure. */
export interface NewField {
  readonly name: string;
  /** Its part of form.schema.json, of a page, a group or a repeat with all that is on it. */
  readonly schema: Members;
  /** Its part of form.ui.json. */
  readonly ui?: Members;
  readonly required?: boolean;
}

export type FormOperation =
  | ({ readonly kind: 'add-page'; readonly name: string; readonly schema: Members } & Placed)
  /** One question, or several that belong together. Names that are taken get a number. */
  | ({
      readonly kind: 'add-fields';
      readonly to: string;
      readonly fields: readonly NewField[];
    } & Placed)
  /** With it go its marks in the form and the answers that examples give to it; what else names it stays, as a problem. */
  | { readonly kind: 'remove-field'; readonly path: string }
  /** Within its page, or to another: whatever names it follows. */
  | ({ readonly kind: 'move-field'; readonly path: string; readonly to: string } & Placed)
  /** A second one behind it, under a name of its own. */
  | { readonly kind: 'duplicate-field'; readonly path: string; readonly name: string }
  /** A keyword of form.schema.json; null takes it away. */
  | {
      readonly kind: 'set-keyword';
      readonly path: string;
      readonly keyword: string;
      readonly value: JsonValue;
    }
  /** Another kind of question: what says which kind is written anew, title, help, condition and purpose stay. */
  | { readonly kind: 'set-field-kind'; readonly path: string; readonly schema: Members }
  | { readonly kind: 'set-required'; readonly path: string; readonly required: boolean }
  /** A keyword of form.ui.json; null takes it away. */
  | { readonly kind: 'set-ui'; readonly path: string; readonly keyword: string; readonly value: JsonValue }
  /** A check at a page or question, or of the whole form (`path` empty). */
  | { readonly kind: 'add-check'; readonly path: string; readonly check: Members }
  | { readonly kind: 'set-check'; readonly path: string; readonly id: string; readonly check: Members }
  | { readonly kind: 'remove-check'; readonly path: string; readonly id: string }
  | {
      readonly kind: 'add-option';
      readonly path: string;
      readonly value: JsonValue;
      readonly title: string;
      readonly index?: number;
    }
  | {
      readonly kind: 'set-option';
      readonly path: string;
      readonly index: number;
      readonly value: JsonValue;
      readonly title: string;
    }
  | { readonly kind: 'remove-option'; readonly path: string; readonly index: number }
  | { readonly kind: 'move-option'; readonly path: string; readonly index: number; readonly to: number };

/** The keyed parts of workflow.json that an author adds, changes, orders and removes one by one. */
export type WorkflowPart =
  | { readonly of: 'stages' | 'roles' | 'teams'; readonly name: string }
  | { readonly of: 'actions' | 'timers'; readonly stage: string; readonly name: string };

/** Lists of workflow.json whose entries an author adds, changes, orders and removes one by one. */
export type WorkflowList =
  | { readonly of: 'reasons' | 'highlights' | 'access' | 'overrides' | 'proofs' | 'onArrival' }
  /** Of an action or a timer; of an automatic check where both are left out. */
  | {
      readonly of: 'routes' | 'effects';
      readonly stage: string;
      readonly action?: string;
      readonly timer?: string;
    }
  /** `steps`: who approves. */
  | { readonly of: 'checks' | 'checklist' | 'steps'; readonly stage: string };

export type WorkflowOperation =
  | ({ readonly kind: 'add-part'; readonly part: WorkflowPart; readonly value: Members } & Placed)
  | { readonly kind: 'remove-part'; readonly part: WorkflowPart }
  | ({ readonly kind: 'move-part'; readonly part: WorkflowPart } & Placed)
  /** A keyword of a stage, action, role …; null takes it away. */
  | {
      readonly kind: 'set-part';
      readonly part: WorkflowPart;
      readonly keyword: string;
      readonly value: JsonValue;
    }
  | {
      readonly kind: 'add-entry';
      readonly list: WorkflowList;
      readonly value: JsonValue;
      readonly index?: number;
    }
  | {
      readonly kind: 'set-entry';
      readonly list: WorkflowList;
      readonly index: number;
      readonly value: JsonValue;
    }
  | { readonly kind: 'remove-entry'; readonly list: WorkflowList; readonly index: number }
  | { readonly kind: 'move-entry'; readonly list: WorkflowList; readonly index: number; readonly to: number }
  /** A keyword of workflow.json itself; null takes it away. */
  | { readonly kind: 'set-workflow'; readonly keyword: string; readonly value: JsonValue }
  /** Where an application begins. */
  | { readonly kind: 'set-start'; readonly stage: string }
  /** A whole review of `CIRCUITS` in place of the present one, with the mails and notices it sends. */
  | { readonly kind: 'put-circuit'; readonly circuit: string };

export type TextOperation =
  /** A keyword of procedure.json; null takes it away. */
  | { readonly kind: 'set-info'; readonly keyword: string; readonly value: JsonValue }
  /** What a Japanese text is in English, in texts/en.json; null or blank takes it away. */
  | { readonly kind: 'set-english'; readonly text: string; readonly english: string | null }
  /** The whole text of a mail or notice; one that is not there is made. */
  | {
      readonly kind: 'set-template';
      readonly of: 'messages' | 'notices';
      readonly name: string;
      readonly text: string;
    }
  | { readonly kind: 'remove-template'; readonly of: 'messages' | 'notices'; readonly name: string }
  /** `example` as `examples/<name>.json` holds it. */
  | { readonly kind: 'set-example'; readonly name: string; readonly example: Members }
  | { readonly kind: 'remove-example'; readonly name: string };

/** Rows count from 0, the first below the names of the columns. */
export type TableOperation =
  | {
      readonly kind: 'add-table';
      readonly name: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'remove-table'; readonly name: string }
  | {
      readonly kind: 'set-cell';
      readonly table: string;
      readonly row: number;
      readonly column: string;
      readonly value: string;
    }
  | {
      readonly kind: 'add-row';
      readonly table: string;
      readonly row: number;
      readonly cells: Readonly<Record<string, string>>;
    }
  /** What a spreadsheet had, from this cell on; lines beyond the last are added. */
  | {
      readonly kind: 'set-cells';
      readonly table: string;
      readonly row: number;
      readonly column: string;
      readonly cells: readonly (readonly string[])[];
    }
  | { readonly kind: 'remove-row'; readonly table: string; readonly row: number }
  /** `to` counts as if the row were gone. */
  | { readonly kind: 'move-row'; readonly table: string; readonly row: number; readonly to: number }
  | {
      readonly kind: 'add-column';
      readonly table: string;
      /** `rate:number` */
      readonly column: string;
      readonly before?: string;
    }
  /** `number`, `date` …; its name stays. */
  | {
      readonly kind: 'set-column-type';
      readonly table: string;
      readonly column: string;
      readonly type: string;
    }
  | {
      readonly kind: 'move-column';
      readonly table: string;
      readonly column: string;
      readonly before?: string;
    }
  | { readonly kind: 'remove-column'; readonly table: string; readonly column: string };

export interface RenameOperation {
  readonly kind: 'rename';
  readonly thing: Thing;
  readonly name: string;
}
