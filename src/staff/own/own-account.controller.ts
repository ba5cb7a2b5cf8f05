import { Body, Controller, Inject, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../../access/asker.js';
import { deviceOf } from '../../access/device.js';
import { OwnSessions } from '../../access/own-sessions.dto.js';
import { readSessionCookie } from '../../access/session-cookie.js';
import { Sessions } from '../../access/sessions.js';
import { CONFIG, type Config } from '../../config/config.js';
import { Endpoint } from '../../http/endpoint.js';
import { AskedLanguage, type Language } from '../../http/language.js';
import { orRefuse, Refused, refuse } from '../../http/refusal.js';
import { ChooseOwnPassword } from './choose-own-password.js';
import { ChooseOwnPasswordRequest, OwnAccountView } from './own-account.dto.js';
import { OwnAccountQueries } from './own-account.queries.js';

/** An official's own account: who they are here, their password, where they are signed in. */
@Controller()
export class OwnAccountController {
  constructor(
    private readonly queries: OwnAccountQueries,
    private readonly choose: ChooseOwnPassword,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private tokenOf(request: FastifyRequest): string {
    return readSessionCookie(request, this.config.http.publicUrl.startsWith('https:')) ?? '';
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/account',
    permit: 'staff',
    summary:
      'The asker’s own account: department, teams, roles, one-time codes, the sign-in before this one.',
    reply: OwnAccountView,
  })
  show(@CurrentAsker() me: StaffAsker, @AskedLanguage() language: Language): Promise<OwnAccountView> {
    return this.queries.show(me, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/account/password',
    permit: 'staff-entering',
    summary: 'Sets the asker’s own password and ends all their other sessions.',
    body: ChooseOwnPasswordRequest,
    status: 204,
  })
  async choosePassword(
    @CurrentAsker() me: StaffAsker,
    @Body() body: ChooseOwnPasswordRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    orRefuse(await this.choose.run(me, body, this.tokenOf(request), request.ip));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/account/sessions',
    permit: 'staff',
    summary: 'Where the asker is signed in, last used first.',
    reply: OwnSessions,
  })
  async list(@CurrentAsker() { id }: StaffAsker, @Req() request: FastifyRequest): Promise<OwnSessions> {
    const found = await this.sessions.listOf({ kind: 'staff', id }, this.tokenOf(request));
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
    path: '/api/desk/account/sessions/:id',
    permit: 'staff',
    summary: 'Signs the asker out on one device.',
    status: 204,
  })
  async end(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<void> {
    const ended = await this.sessions.endOne({ kind: 'staff', id: me.id }, id);
    if (!ended) throw new Refused(refuse('not-found'));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/account/sessions',
    permit: 'staff',
    summary: 'Signs the asker out everywhere else.',
    status: 204,
  })
  async endOthers(@CurrentAsker() { id }: StaffAsker, @Req() request: FastifyRequest): Promise<void> {
    await this.sessions.endOthers({ kind: 'staff', id }, this.tokenOf(request));
  }
}
