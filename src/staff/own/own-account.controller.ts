import { Body, Controller, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../../access/asker.js';
import { OwnSessions } from '../../access/own-sessions.dto.js';
import { SignedInDevices } from '../../access/signed-in-devices.js';
import { Endpoint } from '../../http/endpoint.js';
import { AskedLanguage, type Language } from '../../http/language.js';
import { orRefuse } from '../../http/refusal.js';
import { ChooseOwnPassword } from './choose-own-password.js';
import { ChooseOwnPasswordRequest, OwnAccountView } from './own-account.dto.js';
import { OwnAccountQueries } from './own-account.queries.js';

/** An official's own account: who they are here, their password, where they are signed in. */
@Controller()
export class OwnAccountController {
  constructor(
    private readonly queries: OwnAccountQueries,
    private readonly choose: ChooseOwnPassword,
    private readonly devices: SignedInDevices,
  ) {}

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
    orRefuse(await this.choose.run(me, body, this.devices.tokenOf(request), request.ip));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/account/sessions',
    permit: 'staff',
    summary: 'Where the asker is signed in, last used first.',
    reply: OwnSessions,
  })
  list(@CurrentAsker() { id }: StaffAsker, @Req() request: FastifyRequest): Promise<OwnSessions> {
    return this.devices.list({ kind: 'staff', id }, request);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/account/sessions/:id',
    permit: 'staff',
    summary: 'Signs the asker out on one device.',
    status: 204,
  })
  async end(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.devices.end({ kind: 'staff', id: me.id }, id));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/account/sessions',
    permit: 'staff',
    summary: 'Signs the asker out everywhere else.',
    status: 204,
  })
  async endOthers(@CurrentAsker() { id }: StaffAsker, @Req() request: FastifyRequest): Promise<void> {
    await this.devices.endOthers({ kind: 'staff', id }, request);
  }
}
