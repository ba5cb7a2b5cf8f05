import { part, parts } from '../compile/unit.js';
import type { Syntax } from '../parse.js';
import type { Presence, Setting } from './presence.js';

/** A name bound inside the expression. */
export interface Local {
  readonly id: number;
  readonly presence: Presence;
}

/** What a name stands for that is no fact: a local, or a field of the item in a filter. */
export interface Found {
  readonly local: Local;
  readonly field: string | null;
}

/** A condition that is known to be true, or known not to be, with the names as they were where it stands. */
interface Assumption {
  readonly node: Syntax;
  readonly holds: boolean;
  readonly names: Environment;
}

interface Layer {
  readonly locals?: ReadonlyMap<string, Local>;
  readonly item?: Local;
  readonly learned?: readonly string[];
  readonly assumption?: Assumption;
}

const BINDERS: ReadonlySet<string> = new Set([
  'ForExpression',
  'QuantifiedExpression',
  'FilterExpression',
  'FunctionDefinition',
  'Context',
]);

/** The names that may be read at a place, and what is known to hold there. */
export class Environment implements Setting {
  constructor(
    private readonly source: string,
    private readonly outer: Environment | null = null,
    private readonly layer: Layer = {},
  ) {}

  with(layer: Layer): Environment {
    return new Environment(this.source, this, layer);
  }

  find(name: string): Found | null {
    const { locals, item } = this.layer;
    const local = locals?.get(name);
    if (local) return { local, field: null };
    if (item && name === 'item') return { local: item, field: null };
    if (item?.presence.has(name)) return { local: item, field: name };
    return this.outer?.find(name) ?? null;
  }

  knows(key: string): boolean {
    return (this.layer.learned?.includes(key) ?? false) || (this.outer?.knows(key) ?? false);
  }

  given(subject: number | null): readonly string[] {
    const outer = this.outer?.given(subject) ?? [];
    const { assumption } = this.layer;
    const own = assumption && conditionText(assumption, subject, this.source);
    return own ? [...outer, own] : outer;
  }

  /** The node's text, the same for two that read the same; null for one that cannot be told by its text. */
  key(node: Syntax): string | null {
    const text = rendered(unwrapped(node), this, this.source, ({ local, field }) =>
      field === null ? `#${local.id}` : `#${local.id}.${field}`,
    );
    return text === null ? null : squeezed(text);
  }

  text(node: Syntax): string {
    return this.source.slice(node.from, node.to).replace(/\s+/g, ' ').trim();
  }
}

function conditionText({ node, holds, names }: Assumption, subject: number | null, source: string) {
  const text = rendered(
    node,
    names,
    source,
    ({ local, field }) => (local.id !== subject ? null : field === null ? 'row' : `row.${field}`),
    subject !== null,
  );
  if (text === null) return null;
  return holds ? text : `if ${text} then false else true`;
}

/**
 * @param rename gives a local its name in the text, or null where the text must not speak of it
 * @param rowIsTaken the name `row` is given to a local, so a text about the fact of that name is of no use
 */
function rendered(
  node: Syntax,
  names: Environment,
  source: string,
  rename: (found: Found) => string | null,
  rowIsTaken = false,
): string | null {
  let text = '';
  let at = node.from;
  for (const variable of variablesIn(node)) {
    const name = names.text(variable);
    const found = names.find(name);
    if (!found && !(rowIsTaken && name === 'row')) continue;
    // Names bound inside the node could be mistaken for those outside.
    const renamed = !found || bindsNames(node) ? null : rename(found);
    if (renamed === null) return null;
    text += source.slice(at, variable.from) + renamed;
    at = variable.to;
  }
  return text + source.slice(at, node.to);
}

function variablesIn(node: Syntax): readonly Syntax[] {
  return node.name === 'VariableName' ? [node] : node.children.flatMap(variablesIn);
}

function bindsNames(node: Syntax): boolean {
  return BINDERS.has(node.name) || node.children.some(bindsNames);
}

function squeezed(text: string): string {
  return text
    .replace(/("(?:[^"\\]|\\.)*")|\/\*[^]*?\*\/|\/\/[^\n]*|\s+/g, (_all, literal?: string) => literal ?? ' ')
    .replace(/("(?:[^"\\]|\\.)*")|\s*([^\p{L}\p{N}_"#\s])\s*/gu, (all, literal?: string, mark?: string) =>
      literal === undefined ? (mark ?? all) : literal,
    )
    .trim();
}

const WRAPPERS: ReadonlySet<string> = new Set(['Expression', 'ParenthesizedExpression', 'PositiveUnaryTest']);

/** The node without the brackets around it. */
export function unwrapped(node: Syntax): Syntax {
  if (!WRAPPERS.has(node.name)) return node;
  const [only] = parts(node);
  return only ? unwrapped(only) : node;
}

/** The arguments of a call in the order written, each with its name where it has one. */
export function argumentsOf(
  call: Syntax,
  names: Environment,
): readonly { readonly name: string | null; readonly node: Syntax }[] {
  const positional = part(call, 'PositionalParameters');
  if (positional) return parts(positional).map((node) => ({ name: null, node }));
  const named = part(call, 'NamedParameters');
  return (named ? parts(named) : []).flatMap((parameter) => {
    const nameNode = part(parameter, 'ParameterName');
    const node = parts(parameter).find((child) => child !== nameNode);
    return nameNode && node ? [{ name: names.text(nameNode), node }] : [];
  });
}
