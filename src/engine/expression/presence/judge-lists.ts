import { part, parts } from '../compile/unit.js';
import { Decimal } from '../decimal.js';
import { unquote } from '../compile/literal.js';
import type { Syntax } from '../parse.js';
import type { Environment, Local } from './environment.js';
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
  PRESENT,
} from './presence.js';

export function judgeList(node: Syntax, at: Environment, judge: Judge): Presence {
  const items = parts(node);
  return listOfPresence(eitherOf(judge.lookAll(items, at)), null, items.length);
}

/** Later entries may read earlier ones by name. */
export function judgeContext(node: Syntax, at: Environment, judge: Judge): Presence {
  const locals = new Map<string, Local>();
  const fields = new Map<string, Presence>();
  const inner = at.with({ locals });
  for (const entry of parts(node)) {
    const [keyNode, valueNode] = parts(entry);
    const name = keyNode && parts(keyNode)[0];
    if (!name || !valueNode) continue;
    const key = name.name === 'StringLiteral' ? unquote(at.text(name)) : at.text(name);
    const presence = judge.look(valueNode, inner);
    locals.set(key, judge.local(presence));
    fields.set(key, presence);
  }
  return new Made(null, { fields });
}

/** `rows[amount > 0]` keeps what is known of the items it keeps; `rows[1]` may find nothing. */
export function judgeFilter(node: Syntax, at: Environment, judge: Judge): Presence {
  const [sourceNode, filterNode] = parts(node);
  if (!sourceNode || !filterNode) return PRESENT;
  const source = judge.look(sourceNode, at);
  const code = judge.codes.get(filterNode);
  if (code?.type.kind === 'number') return guarded(placeGap(node, code.constant, source), source.item());
  const item = judge.local(source.item());
  const kept = judge.assuming(filterNode, 'true', at.with({ item }));
  return listOfPresence(item.presence.seenFrom(kept), null, 0);
}

function placeGap(node: Syntax, place: unknown, source: Presence): Gap | null {
  const isSure = place instanceof Decimal && place.isInteger() && place.abs().lte(source.fewest);
  return isSure && !place.isZero() ? source.item().gap : missing(node, 'no-item').gap;
}

interface Loops {
  readonly inner: Environment;
  readonly gap: Gap | null;
  readonly fewest: number;
}

/** `x in list`, `x in 1..10`: each binds a name for those after it and for the body. */
function judgeLoops(node: Syntax, at: Environment, judge: Judge): Loops {
  const locals = new Map<string, Local>();
  const inner = at.with({ locals });
  const list = part(node, 'InExpressions');
  const found = (list ? parts(list) : []).flatMap((clause) => {
    const nameNode = part(clause, 'Name');
    const context = part(clause, 'IterationContext');
    if (!nameNode || !context) return [];
    const ends = judge.lookAll(parts(context), inner);
    const [only, second] = ends;
    const item = only && !second ? only.item() : PRESENT;
    locals.set(at.text(nameNode), judge.local(item));
    return [{ gap: firstGap(ends), fewest: second ? 1 : (only?.fewest ?? 0) }];
  });
  return {
    inner,
    gap: found.find(({ gap }) => gap !== null)?.gap ?? null,
    fewest: Math.min(1, ...found.map(({ fewest }) => fewest)),
  };
}

function bodyOf(node: Syntax): Syntax | undefined {
  return parts(node).find((child) => child.name !== 'InExpressions');
}

export function judgeFor(node: Syntax, at: Environment, judge: Judge): Presence {
  const body = bodyOf(node);
  const { inner, gap, fewest } = judgeLoops(node, at, judge);
  if (!body) return PRESENT;
  // The results so far: none before the first turn.
  const partial = judge.local(listOfPresence(PRESENT, null, 0));
  const each = judge.look(body, inner.with({ locals: new Map([['partial', partial]]) }));
  return listOfPresence(each, gap, fewest);
}

export function judgeQuantified(node: Syntax, at: Environment, judge: Judge): Presence {
  const body = bodyOf(node);
  const { inner, gap } = judgeLoops(node, at, judge);
  return new Made(gap ?? (body ? judge.look(body, inner).gap : null));
}
