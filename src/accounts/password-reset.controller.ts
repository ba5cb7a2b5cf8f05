import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { BeginPasswordReset } from './begin-password-reset.js';
import { CompletePasswordReset } from './complete-password-reset.js';
import { ConfirmMail } from './confirm-mail.js';
import { MailProofs, type OpenProof } from './mail-proofs.queries.js';
import { BeginPasswordResetRequest, NewPasswordRequest, PasswordResetView } from './password-reset.dto.js';
import { clearProofCookie, readProofCookie, setProofCookie } from './proof-cookie.js';
import { ConfirmMailRequest } from './registration.dto.js';
import { ResendCode } from './resend-code.js';

@Controller()
export class PasswordResetController {
  constructor(
    private readonly proofs: MailProofs,
    private readonly begin: BeginPasswordReset,
    private readonly resend: ResendCode,
    private readonly confirm: ConfirmMail,
    private readonly complete: CompletePasswordReset,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private get https(): boolean {
    return this.config.http.publicUrl.startsWith('https:');
  }

  private idOf(request: FastifyRequest): Buffer | null {
    return readProofCookie(request, 'password-reset', this.https);
  }

  private async begun(request: FastifyRequest): Promise<OpenProof> {
    const found = await this.proofs.find(this.idOf(request), 'password-reset');
    if (!found) throw new Refused(refuse('password-reset-not-begun'));
    return found;
  }

  @Endpoint({
    method: 'GET',
    path: '/api/password-reset',
    permit: 'public',
    summary: 'The reset of a password that this browser has begun.',
    reply: PasswordResetView,
  })
  async show(@Req() request: FastifyRequest): Promise<PasswordResetView> {
    const found = await this.proofs.find(this.idOf(request), 'password-reset');
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
    const token = orRefuse(await this.begin.run(mail, request.ip, language, this.idOf(request)));
    setProofCookie(reply, 'password-reset', token, this.https);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/password-reset/code',
    permit: 'public',
    summary: 'Has another code sent, once a minute and five times an hour.',
    status: 204,
  })
  async sendAgain(@AskedLanguage() language: Language, @Req() request: FastifyRequest): Promise<void> {
    const proof = await this.begun(request);
    if (proof.confirmed) throw new Refused(refuse('password-reset-not-begun'));
    orRefuse(await this.resend.run(proof, request.ip, language));
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
    orRefuse(await this.confirm.run(await this.begun(request), code));
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
    orRefuse(await this.complete.run(await this.begun(request), entry, request.ip, language));
    clearProofCookie(reply, 'password-reset', this.https);
  }
}
