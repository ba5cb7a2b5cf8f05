import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { DataSource } from 'typeorm';
import { declarationOf, type EndpointDeclaration, type Permission } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import type { ActingMandate, Asker } from './asker.js';
import { withinMandate } from './mandate-scope.js';
import { mayInOffice, type OfficePower } from './office-roles.js';
import { isSameOrigin } from './same-origin.js';
import { readSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Stands before every handler. A handler that declares no permission is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declaration = declarationOf(context.getHandler());
    if (!declaration) throw new Refused(refuse('not-permitted'));
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isWelcome =
      declaration.calledFrom === 'anywhere' || isSameOrigin(request, this.config.http.publicUrl);
    if (!isWelcome) throw new Refused(refuse('cross-site-request'));
    if (declaration.permit === 'public') return true;
    const token = readSessionCookie(request, this.config.http.publicUrl.startsWith('https:'));
    const asker = token === null ? null : await this.sessions.find(token);
    if (!asker) throw new Refused(refuse('sign-in-required'));
    if (owesSignIn(declaration.permit, asker)) throw new Refused(refuse('sign-in-unfinished'));
    if (!permits(declaration.permit, asker)) throw new Refused(refuse('not-permitted'));
    if (asker.kind === 'applicant' && asker.mandate) {
      await this.keepToMandate(declaration, asker.mandate, request);
    }
    request.asker = asker;
    return true;
  }

  /** What an agent may not do is refused by its route; what lies outside the mandate is as if it were not there. */
  private async keepToMandate(
    { agents }: EndpointDeclaration,
    mandate: ActingMandate,
    request: FastifyRequest,
  ): Promise<void> {
    if (agents === undefined) throw new Refused(refuse('not-for-agents'));
    if (agents === 'filtered' || agents === 'session') return;
    const { id = '' } = request.params as { readonly id?: string };
    const [statement, values] = withinMandate(agents, id, mandate);
    const rows = uuid.test(id) ? await this.dataSource.query<unknown[]>(statement, [...values]) : [];
    if (rows.length === 0) throw new Refused(refuse('not-found'));
  }
}

/** An official whose password was right and who owes more is told so, and not that it is forbidden. */
function owesSignIn(permission: Permission, asker: Asker): boolean {
  return asker.kind === 'staff' && asker.entering !== null && permission !== 'staff-entering';
}

function permits(permission: Permission, asker: Asker): boolean {
  if (asker.kind === 'staff') {
    if (permission === 'staff-entering') return true;
    if (asker.entering !== null) return false;
    if (permission === 'signed-in' || permission === 'staff') return true;
    const power = officePower(permission);
    return power !== null && mayInOffice(asker.officeRoles, power);
  }
  if (permission === 'signed-in' || permission === 'applicant-or-guest') return true;
  return permission === 'applicant' && asker.guestOf === null;
}

function officePower(permission: Permission): OfficePower | null {
  return permission.startsWith('office:') ? (permission.slice('office:'.length) as OfficePower) : null;
}
