/** Something of a procedure that has a name of the author's choice. */
export type Thing =
  | { readonly kind: 'page'; readonly name: string }
  /** `path` as in `Field.path`: `store.city`, `sales.rows[].amount`. */
  | { readonly kind: 'field'; readonly path: string }
  | { readonly kind: 'column'; readonly table: string; readonly name: string }
  /** What an official fills in with an action; actions of the same name share it, as their facts do. */
  | { readonly kind: 'staff-field'; readonly action: string; readonly name: string }
  | { readonly kind: PlainKind; readonly name: string };

/** What is known by its name alone; stages may share the name of an action or a timer, checks an id. */
export type PlainKind =
  | 'table'
  | 'stage'
  | 'action'
  | 'timer'
  | 'role'
  | 'team'
  | 'message'
  | 'notice'
  | 'criterion'
  | 'reason'
  | 'check'
  | 'stage-check';

/** As what a name stands at a place. */
export type UseKind =
  | 'definition'
  /** In a condition, a computed value, a check, a route … of a JSON file. */
  | 'expression'
  /** In a placeholder or control of a message or notice. */
  | 'template'
  | 'required'
  | 'check-target'
  | 'prefill'
  | 'from-application'
  | 'options'
  /** In form.ui.json. */
  | 'ui'
  | 'order'
  | 'row-per'
  | 'fills'
  | 'criterion'
  | 'role'
  | 'route'
  | 'routing-table'
  | 'not-actor-of'
  | 'highlight'
  | 'access'
  | 'payment'
  | 'override'
  | 'keyed-twice'
  | 'proof'
  | 'list'
  | 'effect'
  /** In an example: given answers, what must come out, what is to be corrected, a step taken. */
  | 'answer'
  | 'expectation'
  | 'correction'
  | 'step';

/** A place that names something: exactly the characters of the name. */
export interface Use {
  readonly kind: UseKind;
  readonly file: string;
  /** As in a Problem: `form.schema.json#/properties/store/x-askWhen`, `notices/grant.md#12`. */
  readonly path: string;
  /** Offsets into the file, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** The name itself, without what it belongs to. */
export function nameOf(thing: Thing): string {
  return thing.kind === 'field' ? thing.path.slice(thing.path.lastIndexOf('.') + 1) : thing.name;
}
