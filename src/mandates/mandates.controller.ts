import { Body, Controller, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse } from '../http/refusal.js';
import { AnswerInvitation } from './answer-invitation.js';
import { InviteAgent } from './invite-agent.js';
import { InviteAgentRequest, MandateList } from './mandate.dto.js';
import { MandatesQueries } from './mandates.queries.js';
import { RevokeMandate } from './revoke-mandate.js';

/** 委任. Whoever acts for somebody reaches none of this: an agent gives no further mandates. */
@Controller()
export class MandatesController {
  constructor(
    private readonly queries: MandatesQueries,
    private readonly invite: InviteAgent,
    private readonly answer: AnswerInvitation,
    private readonly revoke: RevokeMandate,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/mandates',
    permit: 'applicant',
    summary: 'Mandates (委任) that the account gave and got, and what may be entrusted to an agent.',
    reply: MandateList,
  })
  list(@CurrentAsker() me: ApplicantAsker, @AskedLanguage() language: Language): Promise<MandateList> {
    return this.queries.list(me, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/mandates',
    permit: 'applicant',
    summary: 'Asks somebody, by their mail address, to act as agent until a day.',
    body: InviteAgentRequest,
    reply: MandateList,
    status: 201,
  })
  async inviteAgent(
    @CurrentAsker() me: ApplicantAsker,
    @Body() body: InviteAgentRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<MandateList> {
    orRefuse(await this.invite.run(me, body, request.ip, language));
    return this.queries.list(me, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/mandates/:id/accept',
    permit: 'applicant',
    summary: 'Agrees to act for somebody, as whom the account acts now.',
    reply: MandateList,
  })
  async accept(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<MandateList> {
    orRefuse(await this.answer.run(me, id, 'accepted', request.ip, language));
    return this.queries.list(me, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/mandates/:id/decline',
    permit: 'applicant',
    summary: 'Says no to somebody who asked for an agent.',
    reply: MandateList,
  })
  async decline(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<MandateList> {
    orRefuse(await this.answer.run(me, id, 'declined', request.ip, language));
    return this.queries.list(me, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/mandates/:id/revoke',
    permit: 'applicant',
    summary: 'Ends a mandate at once; the principal and the agent both may.',
    reply: MandateList,
  })
  async revokeMandate(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<MandateList> {
    orRefuse(await this.revoke.run(me, id, request.ip));
    return this.queries.list(me, language);
  }
}
