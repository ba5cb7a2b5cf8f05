import type { BuiltIn, Parameter } from '../builtins/signature.js';
import { findBuiltIn } from '../builtins/table.js';
import { parts } from '../compile/unit.js';
import type { Syntax } from '../parse.js';
import type { FeelValue } from '../values.js';
import { argumentsOf, type Environment, unwrapped } from './environment.js';
import type { Judge } from './judge.js';
import {
  eitherOf,
  firstGap,
  type Gap,
  guarded,
  listOfPresence,
  Made,
  missing,
  type Presence,
} from './presence.js';

export function judgeCall(node: Syntax, at: Environment, judge: Judge): Presence {
  const [callee] = parts(node);
  const name = callee ? at.text(callee) : '';
  const builtIn = at.find(name) ? undefined : findBuiltIn(name);
  const args = argumentsOf(node, at);
  const presences = args.map((argument) => judge.look(argument.node, at));
  if (!builtIn) return missing(node, 'no-result', name);
  if (name === 'lookup') return rowFound(presences);
  const needed = neededBy(builtIn, args);
  const gap = firstGap(presences.filter((_, index) => needed[index]?.type.kind !== undefined));
  const items = gap ?? itemsGap(node, builtIn, needed, presences, judge, args);
  const known = args.map((argument) => judge.codes.get(unwrapped(argument.node))?.constant);
  return resultOf(
    builtIn,
    items ?? ownGap(node, builtIn, known),
    presences,
    judge.codes.get(node)?.type.kind,
  );
}

/** The rows of a table are there; a key that is null finds none. No row at all is an error, not null. */
function rowFound([table, ...pairs]: readonly Presence[]): Presence {
  const keys = pairs.filter((_, index) => index % 2 === 1);
  const item = table ? guarded(table.gap, table.item()) : new Made(null);
  return guarded(firstGap(keys), item);
}

type Needed = readonly (Parameter<unknown> | undefined)[];

/** The parameter of each argument that makes the call null when it is null itself; undefined for the others. */
export function neededBy({ signatures }: BuiltIn, args: readonly { readonly name: string | null }[]): Needed {
  const fitting = signatures.find(({ parameters, variadic }) => variadic || parameters.length >= args.length);
  if (!fitting) return args.map(() => undefined);
  return args.map(({ name }, index) => {
    const parameter =
      name !== null
        ? fitting.parameters.find((candidate) => candidate.name === name)
        : fitting.parameters[fitting.variadic ? 0 : index];
    return parameter && !parameter.nullable ? parameter : undefined;
  });
}

/** Numbers are added up only where every one of them is there. */
function itemsGap(
  node: Syntax,
  builtIn: BuiltIn,
  needed: Needed,
  presences: readonly Presence[],
  judge: Judge,
  args: readonly { readonly node: Syntax }[],
): Gap | null {
  const whole = builtIn.nulls === 'empty-list' || builtIn.nulls === 'null-items';
  for (const [index, presence] of presences.entries()) {
    const type = needed[index]?.type;
    const argument = args[index];
    const isList = argument && judge.codes.get(argument.node)?.type.kind === 'list';
    if (!isList || type?.kind !== 'list' || !(whole || type.of.kind === 'number')) continue;
    const { gap } = presence.item();
    if (gap) return gap;
    if (builtIn.nulls === 'empty-list' && presence.fewest === 0)
      return missing(node, 'empty-list', builtIn.name).gap;
  }
  return null;
}

function ownGap(
  node: Syntax,
  { name, nulls }: BuiltIn,
  known: readonly (FeelValue | undefined)[],
): Gap | null {
  if (nulls === undefined || nulls === 'empty-list' || nulls === 'null-items') return null;
  return nulls(known) ? missing(node, 'no-result', name).gap : null;
}

/** Functions of lists hand on what is known of the items. */
function resultOf(
  builtIn: BuiltIn,
  gap: Gap | null,
  presences: readonly Presence[],
  kind: string | undefined,
): Presence {
  if (kind !== 'list' && kind !== 'context' && kind !== 'any') return new Made(gap);
  const item = eitherOf(presences.map((presence) => presence.item()));
  if (kind === 'list')
    return listOfPresence(
      item,
      gap,
      KEEPS_ITEMS.has(builtIn.name) ? Math.min(1, ...presences.map((one) => one.fewest)) : 0,
    );
  return guarded(gap, item);
}

/** As many items come out as go in, or at least one. */
const KEEPS_ITEMS: ReadonlySet<string> = new Set([
  'reverse',
  'sort',
  'distinct values',
  'append',
  'union',
  'concatenate',
]);
