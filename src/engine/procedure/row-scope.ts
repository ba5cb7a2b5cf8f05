import type { FeelType, Scope } from '../expression/index.js';

/**
 * The names that an expression in a repeat may read: `row` beside all others.
 *
 * @param path dotted path of the repeat; null = the root
 */
export function rowScopeAt({ scope }: { readonly scope: Scope }, path: string | null): Scope {
  if (path === null) return scope;
  const [page = '', ...rest] = path.split('.');
  let type = scope[page];
  for (const name of rest) type = type?.kind === 'context' ? type.fields[name] : undefined;
  const row: FeelType = type?.kind === 'list' ? type.of : { kind: 'any' };
  return { ...scope, row };
}
