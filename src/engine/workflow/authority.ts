import type { Action, Workflow } from './workflow.js';
import type { Actor } from './review-state.js';

/** By what right an official acts: a role of their own, or one that an absent colleague lent. */
export interface Authority {
  readonly role: string;
  /** Id of the absent colleague; null for a role of one's own. */
  readonly onBehalfOf: string | null;
}

/** Every right that fits one of the roles, own ones first. A role that nobody may stand in for is never lent. */
export function authoritiesFor(
  known: Workflow['roles'],
  wanted: readonly string[],
  actor: Actor,
): readonly Authority[] {
  if (actor.kind !== 'staff') return [];
  const own = wanted.filter((role) => actor.roles.includes(role));
  const lent = (actor.standsInFor ?? []).filter(
    ({ role, personId }) =>
      wanted.includes(role) && personId !== actor.id && known.get(role)?.substitutes !== false,
  );
  return [
    ...own.map((role) => ({ role, onBehalfOf: null })),
    ...lent.map(({ role, personId }) => ({ role, onBehalfOf: personId })),
  ];
}

/** May this actor see the action at all? Staff need one of its roles; the applicant's own are the applicant's alone. */
export function mayTake(known: Workflow['roles'], action: Action, actor: Actor): boolean {
  if (action.by === 'applicant') return actor.kind === 'applicant';
  return authoritiesFor(known, action.roles, actor).length > 0;
}
