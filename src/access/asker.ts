import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, Procedure } from '#engine';
import type { OfficeRole } from './office-roles.js';

export interface ApplicantAsker {
  readonly kind: 'applicant';
  /** As whom they act now: the party to drafts and applications. */
  readonly id: string;
  /** By which they signed in. */
  readonly accountId: string;
  readonly name: string;
  readonly mail: string;
  readonly as: 'individual' | 'business';
  /** The one procedure that a guest, who has not registered, may apply for; null for everybody else. */
  readonly guestOf: string | null;
  /**
   * Set while the account acts for somebody else (代理): `id`, `name`, `mail` and `as` are then the principal's, and
   * `accountId` is the agent's.
   */
  readonly mandate: ActingMandate | null;
}

/** What an agent acts by. */
export interface ActingMandate {
  readonly id: string;
  readonly procedureId: string;
  /** Null for everything of the procedure. */
  readonly applicationId: string | null;
  readonly agentName: string;
  /** By which the agent signed in. */
  readonly agentMail: string;
}

export interface StaffAsker {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  /** With the departments above it, in Japanese, as records keep it. */
  readonly department: string;
  readonly departmentEn: string;
  /** What is still owed before anything else is open; null once the sign-in is complete. */
  readonly entering: EnteringStep | null;
  /** For the whole office. They let nobody act on an application. */
  readonly officeRoles: readonly OfficeRole[];
  /** Procedure → names of one's own roles; procedures of lent roles, and those one may only look at, are there, too. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Roles of colleagues who are absent today and named the asker as their substitute. */
  readonly standsInFor: readonly LentRole[];
}

/** Steps of an official's sign-in after the password, in their order. */
export type EnteringStep = 'code' | 'password' | 'enrolment';

export interface LentRole {
  readonly procedureId: string;
  readonly role: string;
  readonly personId: string;
  readonly personName: string;
}

/** What of an applicant's rows the asker may list: all, or what a mandate covers. Null stands for no limit. */
export interface OwnRows {
  readonly applicantId: string;
  readonly procedureId: string | null;
  readonly applicationId: string | null;
}

export function ownRows({ id, mandate }: ApplicantAsker): OwnRows {
  return {
    applicantId: id,
    procedureId: mandate?.procedureId ?? null,
    applicationId: mandate?.applicationId ?? null,
  };
}

/** Who is asking. */
export type Asker = ApplicantAsker | StaffAsker;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on routes that are not public. */
    asker: Asker | null;
  }
}

/** Handler parameter: who is asking. The route's permission says which kind it is. */
export const CurrentAsker = createParamDecorator((_: unknown, context: ExecutionContext): Asker => {
  const { asker } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!asker) throw new Error('A public route has no asker.');
  return asker;
});

/** The asker as the engine knows them in one procedure. */
export function actorIn(asker: StaffAsker, procedureId: string): Actor {
  return {
    kind: 'staff',
    id: asker.id,
    roles: rolesIn(asker, procedureId),
    standsInFor: asker.standsInFor.filter((lent) => lent.procedureId === procedureId),
  };
}

/** Names of the roles, own and lent, by which the asker may act in a procedure. */
export function rolesToActIn(asker: StaffAsker, procedureId: string): readonly string[] {
  const { roles, standsInFor = [] } = actorIn(asker, procedureId);
  return [...new Set([...roles, ...standsInFor.map(({ role }) => role)])];
}

/** The asker without what colleagues lent them of a procedure whose workflow has nobody stand in for the role. */
export function withoutUnlendable(asker: StaffAsker, { info, workflow }: Procedure): StaffAsker {
  const lendable = ({ procedureId, role }: LentRole) =>
    procedureId !== info.id || workflow.roles.get(role)?.substitutes !== false;
  return asker.standsInFor.every(lendable)
    ? asker
    : { ...asker, standsInFor: asker.standsInFor.filter(lendable) };
}

/** Own roles in one procedure; none for a procedure that the official has nothing to do with. */
function rolesIn(asker: StaffAsker, procedureId: string): readonly string[] {
  return Object.hasOwn(asker.roles, procedureId) ? (asker.roles[procedureId] ?? []) : [];
}
