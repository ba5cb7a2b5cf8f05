import type { ListPlace } from '../../api/types.js';

/** Filters and orders in the order in which they are offered. */
export const FILTERS = ['unassigned', 'overdue', 'warnings', 'returned', 'messages'] as const;
export const SORTS = ['due', 'arrived', 'newest'] as const;

/** What the address of a list says of it; what it does not know is left out. */
export function placeIn(queue: string, params: URLSearchParams): ListPlace {
  const named = (params.get('only') ?? '').split(',');
  const sort = params.get('sort') ?? 'due';
  const columns = params.get('columns');
  return {
    queue,
    sort: /^field:[^:]+:(?:up|down)$/.test(sort) ? sort : (SORTS.find((known) => known === sort) ?? 'due'),
    only: FILTERS.filter((filter) => named.includes(filter)),
    ...(columns !== null && { columns: columns.split(',').filter((name) => name !== '') }),
  };
}

export function paramsOf({ queue, sort, only, columns }: ListPlace): Readonly<Record<string, string>> {
  return {
    queue,
    ...(sort === 'due' ? {} : { sort }),
    ...(only.length === 0 ? {} : { only: only.join(',') }),
    ...(columns === undefined ? {} : { columns: columns.join(',') }),
  };
}

export function addressOf(place: ListPlace): string {
  return `/desk?${new URLSearchParams(paramsOf(place)).toString()}`;
}

/** Of which procedure a queue is the list of one stage; null for every other. */
export function procedureOf(queue: string): string | null {
  return /^stage:([^:]+):/.exec(queue)?.[1] ?? null;
}
