import { createHash } from 'node:crypto';
import { canonicalJson } from '#engine';
import type { Finding } from './payment.entity.js';

/** Found by what a payment has in common with others, once all have been looked at. */
export const sharedCodes: readonly string[] = ['account-shared', 'paid-twice'];

/** Names one finding of a payment; another value found is another finding. */
export function findingKey({ code, params }: Pick<Finding, 'code' | 'params'>): string {
  return createHash('sha256').update(canonicalJson({ code, params })).digest('hex').slice(0, 16);
}

/** What was accepted before stays accepted while it is exactly the same. */
export function withAcceptances(now: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const accepted = new Map(before.map((finding) => [findingKey(finding), finding.accepted]));
  return now.map((finding) => ({ ...finding, accepted: accepted.get(findingKey(finding)) ?? null }));
}
