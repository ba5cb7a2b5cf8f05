import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { declarationOf, type Permission } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import type { Asker } from './asker.js';
import { isSameOrigin } from './same-origin.js';
import { readSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Stands before every handler. A handler that declares no permission is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
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
    if (!permits(declaration.permit, asker)) throw new Refused(refuse('not-permitted'));
    request.asker = asker;
    return true;
  }
}

function permits(permission: Permission, asker: Asker): boolean {
  if (permission === 'signed-in' || asker.kind === 'staff')
    return permission === 'signed-in' || permission === 'staff';
  return permission === 'applicant-or-guest' || (permission === 'applicant' && asker.guestOf === null);
}
