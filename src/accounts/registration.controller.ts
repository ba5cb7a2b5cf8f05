import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromBrowser, setSessionCookie } from '../access/session-cookie.js';
import { CONFIG, type Config } from '../config/config.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse } from '../http/refusal.js';
import { BeginRegistration } from './begin-registration.js';
import { BegunByMail } from './begun-by-mail.js';
import { CompleteRegistration } from './complete-registration.js';
import { ConfirmMail } from './confirm-mail.js';
import {
  BeginRegistrationRequest,
  ConfirmMailRequest,
  ProfileEntry,
  RegistrationView,
} from './registration.dto.js';
import { TermsView } from './terms/terms.dto.js';
import { terms } from './terms/terms.js';

@Controller()
export class RegistrationController {
  constructor(
    private readonly begun: BegunByMail,
    private readonly begin: BeginRegistration,
    private readonly confirm: ConfirmMail,
    private readonly complete: CompleteRegistration,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private get https(): boolean {
    return this.config.http.publicUrl.startsWith('https:');
  }

  @Endpoint({
    method: 'GET',
    path: '/api/terms',
    permit: 'public',
    summary: 'The terms of use in force.',
    reply: TermsView,
  })
  showTerms(): TermsView {
    return terms;
  }

  @Endpoint({
    method: 'GET',
    path: '/api/registration',
    permit: 'public',
    summary: 'The registration that this browser has begun.',
    reply: RegistrationView,
  })
  async show(@Req() request: FastifyRequest): Promise<RegistrationView> {
    const found = await this.begun.find(request, 'registration');
    return { registration: found ? { mail: found.mail, mailConfirmed: found.confirmed } : null };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/registration',
    permit: 'public',
    summary: 'Agrees to the terms and has a code sent. Answers alike for addresses that have an account.',
    body: BeginRegistrationRequest,
    status: 204,
  })
  async start(
    @Body() body: BeginRegistrationRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = orRefuse(
      await this.begin.run(body, request.ip, language, this.begun.idOf(request, 'registration')),
    );
    this.begun.keep(reply, 'registration', token);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/registration/code',
    permit: 'public',
    summary: 'Has another code sent, once a minute and five times an hour.',
    status: 204,
  })
  async sendAgain(@AskedLanguage() language: Language, @Req() request: FastifyRequest): Promise<void> {
    await this.begun.sendAgain(request, 'registration', language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/registration/confirm',
    permit: 'public',
    summary: 'Confirms the mail address by the code.',
    body: ConfirmMailRequest,
    status: 204,
  })
  async confirmMail(@Body() { code }: ConfirmMailRequest, @Req() request: FastifyRequest): Promise<void> {
    orRefuse(await this.confirm.run(await this.begun.open(request, 'registration'), code));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/registration/judge',
    permit: 'public',
    summary: 'Everything that is wrong with the entry; makes nothing of it.',
    body: ProfileEntry,
    status: 204,
    paced: true,
  })
  async judge(@Body() entry: ProfileEntry, @Req() request: FastifyRequest): Promise<void> {
    orRefuse(await this.complete.judge(this.begun.idOf(request, 'registration'), entry));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/registration/complete',
    permit: 'public',
    summary: 'Makes the account and signs in.',
    body: ProfileEntry,
    status: 204,
  })
  async finish(
    @Body() entry: ProfileEntry,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const browser = fromBrowser(request, this.https);
    const token = orRefuse(
      await this.complete.run(this.begun.idOf(request, 'registration'), entry, request.ip, language, browser),
    );
    setSessionCookie(reply, token, this.https, this.config.session.maxMs);
    this.begun.forget(reply, 'registration');
  }
}
