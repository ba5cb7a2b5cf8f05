import { Body, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse } from '../http/refusal.js';
import { BeginPasswordReset } from './begin-password-reset.js';
import { BegunByMail } from './begun-by-mail.js';
import { CompletePasswordReset } from './complete-password-reset.js';
import { ConfirmMail } from './confirm-mail.js';
import { BeginPasswordResetRequest, NewPasswordRequest, PasswordResetView } from './password-reset.dto.js';
import { ConfirmMailRequest } from './registration.dto.js';

@Controller()
export class PasswordResetController {
  constructor(
    private readonly begun: BegunByMail,
    private readonly begin: BeginPasswordReset,
    private readonly confirm: ConfirmMail,
    private readonly complete: CompletePasswordReset,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/password-reset',
    permit: 'public',
    summary: 'The reset of a password that this browser has begun.',
    reply: PasswordResetView,
  })
  async show(@Req() request: FastifyRequest): Promise<PasswordResetView> {
    const found = await this.begun.find(request, 'password-reset');
    return { reset: found ? { mail: found.mail, mailConfirmed: found.confirmed } : null };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/password-reset',
    permit: 'public',
    summary:
      'Has a code sent by which a new password can be set. Answers alike for addresses without an account.',
    body: BeginPasswordResetRequest,
    status: 204,
  })
  async start(
    @Body() { mail }: BeginPasswordResetRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = orRefuse(
      await this.begin.run(mail, request.ip, language, this.begun.idOf(request, 'password-reset')),
    );
    this.begun.keep(reply, 'password-reset', token);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/password-reset/code',
    permit: 'public',
    summary: 'Has another code sent, once a minute and five times an hour.',
    status: 204,
  })
  async sendAgain(@AskedLanguage() language: Language, @Req() request: FastifyRequest): Promise<void> {
    await this.begun.sendAgain(request, 'password-reset', language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/password-reset/confirm',
    permit: 'public',
    summary: 'Confirms by the code that the mail was read.',
    body: ConfirmMailRequest,
    status: 204,
  })
  async confirmMail(@Body() { code }: ConfirmMailRequest, @Req() request: FastifyRequest): Promise<void> {
    orRefuse(await this.confirm.run(await this.begun.open(request, 'password-reset'), code));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/password-reset/complete',
    permit: 'public',
    summary: 'Sets the new password and ends all sessions of the account.',
    body: NewPasswordRequest,
    status: 204,
  })
  async finish(
    @Body() entry: NewPasswordRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    orRefuse(
      await this.complete.run(await this.begun.open(request, 'password-reset'), entry, request.ip, language),
    );
    this.begun.forget(reply, 'password-reset');
  }
}
