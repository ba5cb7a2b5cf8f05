import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { fromBrowser, setSessionCookie } from '../access/session-cookie.js';
import { BegunByMail } from '../accounts/begun-by-mail.js';
import { MailProofs } from '../accounts/mail-proofs.queries.js';
import { ConfirmMailRequest } from '../accounts/registration.dto.js';
import { CONFIG, type Config } from '../config/config.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { BeginAsGuest } from './begin-as-guest.js';
import { EnterAsGuest } from './enter-as-guest.js';
import { BeginAsGuestRequest, GuestSecret, GuestView, LookUpRequest } from './guest.dto.js';
import { IssueSecret } from './issue-secret.js';
import { LookUp } from './look-up.js';

@Controller()
export class GuestsController {
  constructor(
    private readonly proofs: MailProofs,
    private readonly begin: BeginAsGuest,
    private readonly begun: BegunByMail,
    private readonly enter: EnterAsGuest,
    private readonly secret: IssueSecret,
    private readonly lookUp: LookUp,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private get https(): boolean {
    return this.config.http.publicUrl.startsWith('https:');
  }

  @Endpoint({
    method: 'GET',
    path: '/api/guest',
    permit: 'public',
    summary: 'What this browser has begun without an account, waiting for its code.',
    reply: GuestView,
  })
  async show(@Req() request: FastifyRequest): Promise<GuestView> {
    return { begun: await this.proofs.findGuest(this.begun.idOf(request, 'guest')) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/guest',
    permit: 'public',
    summary: 'Has a code sent to somebody who applies without registering.',
    body: BeginAsGuestRequest,
    status: 204,
  })
  async start(
    @Body() body: BeginAsGuestRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = orRefuse(
      await this.begin.run(body, request.ip, language, this.begun.idOf(request, 'guest')),
    );
    this.begun.keep(reply, 'guest', token);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/guest/code',
    permit: 'public',
    summary: 'Has another code sent, once a minute and five times an hour.',
    status: 204,
  })
  async sendAgain(@AskedLanguage() language: Language, @Req() request: FastifyRequest): Promise<void> {
    await this.begun.sendAgain(request, 'guest', language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/guest/confirm',
    permit: 'public',
    summary: 'Goes on as a guest, by the code of the mail.',
    body: ConfirmMailRequest,
    status: 204,
  })
  async confirm(
    @Body() { code }: ConfirmMailRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const browser = fromBrowser(request, this.https);
    const proof = await this.begun.open(request, 'guest');
    const token = orRefuse(await this.enter.run(proof, code, browser, language));
    setSessionCookie(reply, token, this.https, this.config.session.maxMs);
    this.begun.forget(reply, 'guest');
  }

  @Endpoint({
    method: 'POST',
    path: '/api/guest/secret',
    permit: 'applicant-or-guest',
    summary: 'A new secret for the look-up, told once. For guests alone.',
    reply: GuestSecret,
    status: 201,
  })
  async issueSecret(@CurrentAsker() me: ApplicantAsker): Promise<GuestSecret> {
    if (me.guestOf === null) throw new Refused(refuse('not-permitted'));
    return { secret: await this.secret.run(me.accountId) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/guest/look-up',
    permit: 'public',
    summary: 'Finds an application made without an account, by its number and secret.',
    body: LookUpRequest,
    status: 204,
  })
  async find(
    @Body() body: LookUpRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = orRefuse(await this.lookUp.run(body, request.ip, fromBrowser(request, this.https)));
    setSessionCookie(reply, token, this.https, this.config.session.maxMs);
  }
}
