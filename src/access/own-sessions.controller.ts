import { Controller, Inject, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { type ApplicantAsker, CurrentAsker } from './asker.js';
import { deviceOf } from './device.js';
import { OwnSessions } from './own-sessions.dto.js';
import { readSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Where an account is signed in, and how it is signed out there. */
@Controller()
export class OwnSessionsController {
  constructor(
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private tokenOf(request: FastifyRequest): string {
    return readSessionCookie(request, this.config.http.publicUrl.startsWith('https:')) ?? '';
  }

  @Endpoint({
    method: 'GET',
    path: '/api/account/sessions',
    permit: 'applicant',
    summary: 'Where the account is signed in, last used first.',
    reply: OwnSessions,
  })
  async list(@CurrentAsker() me: ApplicantAsker, @Req() request: FastifyRequest): Promise<OwnSessions> {
    const found = await this.sessions.listOf({ kind: 'applicant', id: me.accountId }, this.tokenOf(request));
    return {
      sessions: found.map(({ handle, current, user_agent: userAgent, created_at, last_seen_at }) => ({
        id: handle,
        ...deviceOf(userAgent),
        current,
        createdAt: created_at.toISOString(),
        lastSeenAt: last_seen_at.toISOString(),
      })),
    };
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/account/sessions/:id',
    permit: 'applicant',
    summary: 'Signs out on one device.',
    status: 204,
  })
  async end(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<void> {
    if (!(await this.sessions.endOne({ kind: 'applicant', id: me.accountId }, id)))
      throw new Refused(refuse('not-found'));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/account/sessions',
    permit: 'applicant',
    summary: 'Signs out everywhere else.',
    status: 204,
  })
  async endOthers(@CurrentAsker() me: ApplicantAsker, @Req() request: FastifyRequest): Promise<void> {
    await this.sessions.endOthers({ kind: 'applicant', id: me.accountId }, this.tokenOf(request));
  }
}
