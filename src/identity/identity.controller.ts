import { Body, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApplicantAsker, type Asker, CurrentAsker } from '../access/asker.js';
import { fromBrowser, readSessionCookie, setSessionCookie } from '../access/session-cookie.js';
import { Sessions } from '../access/sessions.js';
import { ProfileEntry } from '../accounts/registration.dto.js';
import { clearProofCookie, readProofCookie } from '../accounts/proof-cookie.js';
import { CONFIG, type Config } from '../config/config.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, type Outcome } from '../http/refusal.js';
import { BeginIdentity } from './begin-identity.js';
import { FinishIdentity, type Finished } from './finish-identity.js';
import { IdentitiesQueries } from './identities.queries.js';
import {
  BeginIdentityRequest,
  BegunIdentity,
  IdentityArrivalView,
  IdentityProviderList,
} from './identity.dto.js';
import { clearIdentityCookie, hashOf, keepIdentityCookie, readIdentityCookie } from './identity-cookie.js';
import { IdentityProviders } from './identity-providers.js';
import { LinkArrival } from './link-arrival.js';
import { RegisterArrival } from './register-arrival.js';

const providerId = { provider: /^[a-z][a-z0-9-]{0,30}$/ };

@Controller()
export class IdentityController {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly queries: IdentitiesQueries,
    private readonly sessions: Sessions,
    private readonly begin: BeginIdentity,
    private readonly finish: FinishIdentity,
    private readonly link: LinkArrival,
    private readonly register: RegisterArrival,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private get https(): boolean {
    return this.config.http.publicUrl.startsWith('https:');
  }

  private arrivalOf(request: FastifyRequest): Buffer | null {
    const token = readIdentityCookie(request, this.https);
    return token === null ? null : hashOf(token);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/identity/providers',
    permit: 'public',
    summary: 'Outside identity providers that one can sign in with.',
    reply: IdentityProviderList,
  })
  list(): IdentityProviderList {
    return {
      providers: this.providers.all.map(({ id, title, kind }) => ({ id, title: { ...title }, kind })),
    };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/identity/:provider/sign-in',
    permit: 'public',
    summary: 'Begins a sign-in with an outside provider; the browser is to go to the address.',
    params: providerId,
    body: BeginIdentityRequest,
    reply: BegunIdentity,
  })
  async signIn(
    @Param('provider') provider: string,
    @Body() { next }: BeginIdentityRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BegunIdentity> {
    const browser = keepIdentityCookie(request, reply, this.https);
    return { url: orRefuse(await this.begin.run(provider, browser, null, next)) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/identity/:provider/link',
    permit: 'applicant',
    summary: 'As the sign-in, to make somebody there a way into the own account.',
    params: providerId,
    body: BeginIdentityRequest,
    reply: BegunIdentity,
  })
  async linkOwn(
    @CurrentAsker() me: ApplicantAsker,
    @Param('provider') provider: string,
    @Body() { next }: BeginIdentityRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BegunIdentity> {
    const browser = keepIdentityCookie(request, reply, this.https);
    return { url: orRefuse(await this.begin.run(provider, browser, me.accountId, next)) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/identity/:provider/callback',
    permit: 'public',
    summary: 'Where a provider sends the browser back to. Leads on to a page of the portal in any case.',
    params: providerId,
    status: 303,
  })
  async comeBack(
    @Param('provider') provider: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const callback = new URL(request.url, this.config.http.publicUrl);
    const browser = readIdentityCookie(request, this.https);
    const outcome = await this.finish.run(provider, callback, browser, await this.askerOf(request));
    void reply.header('location', await this.leadOn(outcome, request, reply));
  }

  private async askerOf(request: FastifyRequest): Promise<Asker | null> {
    const token = readSessionCookie(request, this.https);
    return token === null ? null : this.sessions.find(token);
  }

  private async leadOn(
    outcome: Outcome<Finished>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    if (!outcome.ok) return `/identity/failed?why=${outcome.code}`;
    const finished = outcome.value;
    if (finished.kind === 'new') return '/identity/welcome';
    if (finished.kind === 'known') {
      const token = await this.sessions.open(
        'applicant',
        finished.accountId,
        fromBrowser(request, this.https),
      );
      setSessionCookie(reply, token, this.https, this.config.session.maxMs);
      clearIdentityCookie(reply, this.https);
    }
    return finished.next;
  }

  @Endpoint({
    method: 'GET',
    path: '/api/identity/arrival',
    permit: 'public',
    summary: 'Whom a provider sent to this browser and who has no account yet.',
    reply: IdentityArrivalView,
  })
  showArrival(@Req() request: FastifyRequest): Promise<IdentityArrivalView> {
    return this.queries.arrivalView(this.arrivalOf(request));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/identity/arrival/judge',
    permit: 'public',
    summary: 'Everything that is wrong with the entry of somebody whom a provider sent; makes nothing of it.',
    body: ProfileEntry,
    status: 204,
    paced: true,
  })
  async judgeArrival(@Body() entry: ProfileEntry, @Req() request: FastifyRequest): Promise<void> {
    const registration = readProofCookie(request, 'registration', this.https);
    orRefuse(await this.register.judge(this.arrivalOf(request), registration, entry));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/identity/arrival/complete',
    permit: 'public',
    summary: 'Makes the account of somebody whom a provider sent, without a password, and signs in.',
    body: ProfileEntry,
    status: 204,
  })
  async completeArrival(
    @Body() entry: ProfileEntry,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = orRefuse(
      await this.register.run(
        this.arrivalOf(request),
        readProofCookie(request, 'registration', this.https),
        entry,
        request.ip,
        language,
        fromBrowser(request, this.https),
      ),
    );
    setSessionCookie(reply, token, this.https, this.config.session.maxMs);
    clearProofCookie(reply, 'registration', this.https);
    clearIdentityCookie(reply, this.https);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/identity/arrival/link',
    permit: 'applicant',
    summary: 'Makes whoever a provider sent to this browser a way into the own account.',
    status: 204,
  })
  async linkArrival(
    @CurrentAsker() me: ApplicantAsker,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    orRefuse(await this.link.run(me.accountId, this.arrivalOf(request)));
    clearIdentityCookie(reply, this.https);
  }
}
