import { Controller, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse } from '../http/refusal.js';
import { type ApplicantAsker, CurrentAsker } from './asker.js';
import { OwnSessions } from './own-sessions.dto.js';
import { SignedInDevices } from './signed-in-devices.js';

/** Where an account is signed in, and how it is signed out there. */
@Controller()
export class OwnSessionsController {
  constructor(private readonly devices: SignedInDevices) {}

  @Endpoint({
    method: 'GET',
    path: '/api/account/sessions',
    permit: 'applicant',
    summary: 'Where the account is signed in, last used first.',
    reply: OwnSessions,
  })
  list(@CurrentAsker() me: ApplicantAsker, @Req() request: FastifyRequest): Promise<OwnSessions> {
    return this.devices.list({ kind: 'applicant', id: me.accountId }, request);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/account/sessions/:id',
    permit: 'applicant',
    summary: 'Signs out on one device.',
    status: 204,
  })
  async end(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.devices.end({ kind: 'applicant', id: me.accountId }, id));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/account/sessions',
    permit: 'applicant',
    summary: 'Signs out everywhere else.',
    status: 204,
  })
  async endOthers(@CurrentAsker() me: ApplicantAsker, @Req() request: FastifyRequest): Promise<void> {
    await this.devices.endOthers({ kind: 'applicant', id: me.accountId }, request);
  }
}
