import { useEffect } from 'react';
import { fetchFollowing } from '../../api/desk.js';
import { useQuery } from '../../api/query/index.js';
import { deskKeys } from '../desk-queries.js';
import { placeIn } from './list-place.js';
import { goneOn, nextInPlace, recallPlace, rememberPlace, rowAfter } from './queue-place.js';

interface NextCase {
  /** Null where there is no other, or while it is not known yet. */
  readonly nextId: string | null;
  /** Address of the list that the official came from. */
  readonly backTo: string;
}

/**
 * What follows the application in the list that it was opened from, with its filters and in its order. Where the rows
 * that were loaded end, the server says what comes after them; at the very end the list begins again with what is left.
 */
export function useNextCase(id: string): NextCase {
  const place = recallPlace(sessionStorage);
  const known = place && rowAfter(place, id);
  const isList = place?.next !== undefined;
  const cursor = place?.next ?? null;
  const queue = isList ? placeAt(place.address) : null;
  const found = useQuery({
    queryKey: deskKeys.following(place?.address ?? '', cursor, id),
    queryFn: () => (queue ? fetchFollowing(queue, cursor) : Promise.resolve({ ids: [], next: null })),
    enabled: queue !== null && known === null,
  });
  const page = found.data;
  useEffect(() => {
    const now = recallPlace(sessionStorage);
    if (page && now && rowAfter(now, id) === null) rememberPlace(goneOn(now, id, page), sessionStorage);
  }, [page, id]);
  const backTo = place?.address ?? '/desk';
  if (!place || known !== null || !isList) return { nextId: nextInPlace(place, id), backTo };
  const following = page ? goneOn(place, id, page) : null;
  return { nextId: following && rowAfter(following, id), backTo };
}

function placeAt(address: string): ReturnType<typeof placeIn> {
  const params = new URL(address, 'http://desk').searchParams;
  return placeIn(params.get('queue') ?? 'mine', params);
}
