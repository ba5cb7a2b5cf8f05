import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export interface ApplicantAsker {
  readonly kind: 'applicant';
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly as: 'individual' | 'business';
}

export interface StaffAsker {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly department: string;
  /** Procedure → role names. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
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

/** Roles in one procedure; none for a procedure that the official has nothing to do with. */
export function rolesIn(asker: StaffAsker, procedureId: string): readonly string[] {
  return Object.hasOwn(asker.roles, procedureId) ? (asker.roles[procedureId] ?? []) : [];
}
