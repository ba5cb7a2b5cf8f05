import type { ListPlace } from '../../api/types.js';

/** Filters and orders in the order in which they are offered. */
export const FILTERS = ['unassigned', 'overdue', 'warnings', 'returned', 'messages'] as const;
export const SORTS = ['due', 'arrived', 'newest'] as const;

/** What the address of a list says of it; what it does not know is left out. */
export function placeIn(queue: string, params: URLSearchParams): ListPlace {
  const named = (params.get('only') ?? '').split(',');
  return {
    queue,
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'due',
    only: FILTERS.filter((filter) => named.includes(filter)),
  };
}

export function paramsOf({ queue, sort, only }: ListPlace): Readonly<Record<string, string>> {
  return {
    queue,
    ...(sort === 'due' ? {} : { sort }),
    ...(only.length === 0 ? {} : { only: only.join(',') }),
  };
}

export function addressOf(place: ListPlace): string {
  return `/desk?${new URLSearchParams(paramsOf(place)).toString()}`;
}
