import { Body, Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { ChangeMailRequest } from './account.dto.js';
import { BeginMailChange } from './begin-mail-change.js';
import { CompleteMailChange } from './complete-mail-change.js';
import { MailProofs } from './mail-proofs.queries.js';
import { ConfirmMailRequest } from './registration.dto.js';
import { ResendCode } from './resend-code.js';

@Controller()
export class MailChangeController {
  constructor(
    private readonly proofs: MailProofs,
    private readonly begin: BeginMailChange,
    private readonly resend: ResendCode,
    private readonly complete: CompleteMailChange,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/account/mail',
    permit: 'applicant',
    summary: 'Has a code sent to the address that is to take the place of the present one.',
    body: ChangeMailRequest,
    status: 204,
  })
  async start(
    @CurrentAsker() me: ApplicantAsker,
    @Body() entry: ChangeMailRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    orRefuse(await this.begin.run(me, entry, request.ip, language));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/account/mail/code',
    permit: 'applicant',
    summary: 'Has another code sent to the new address, once a minute and five times an hour.',
    status: 204,
  })
  async sendAgain(
    @CurrentAsker() me: ApplicantAsker,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const proof = await this.proofs.findChange(me.accountId);
    if (!proof) throw new Refused(refuse('mail-change-not-begun'));
    orRefuse(await this.resend.run(proof, request.ip, language));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/account/mail/confirm',
    permit: 'applicant',
    summary: 'Changes the mail address by the code that came to the new one.',
    body: ConfirmMailRequest,
    status: 204,
  })
  async confirmMail(
    @CurrentAsker() me: ApplicantAsker,
    @Body() { code }: ConfirmMailRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    orRefuse(await this.complete.run(me, code, request.ip, language));
  }
}
