import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { type ApplicantAsker, type Asker, CurrentAsker, type StaffAsker } from './asker.js';
import { statisticsOf } from './statistics-reach.js';
import { mayInOffice } from './office-roles.js';
import { clearSessionCookie, fromBrowser, readSessionCookie, setSessionCookie } from './session-cookie.js';
import {
  ActForRequest,
  ApplicantSignInRequest,
  SessionView,
  StaffCodeRequest,
  StaffSignInRequest,
  WearHatRequest,
} from './session.dto.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private get https(): boolean {
    return this.config.http.publicUrl.startsWith('https:');
  }

  @Endpoint({
    method: 'GET',
    path: '/api/session',
    permit: 'public',
    summary: 'Who is signed in; `subject` is null when nobody is.',
    reply: SessionView,
  })
  async show(@AskedLanguage() language: Language, @Req() request: FastifyRequest): Promise<SessionView> {
    const token = readSessionCookie(request, this.https);
    return this.viewOf(token === null ? null : await this.sessions.find(token), language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/session/applicant',
    permit: 'public',
    summary: 'Signs an applicant in.',
    body: ApplicantSignInRequest,
    reply: SessionView,
  })
  signInApplicant(
    @Body() { mail, password }: ApplicantSignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.open('applicant', mail, password, request, reply);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/session/staff',
    permit: 'public',
    summary: 'Signs an official in.',
    body: StaffSignInRequest,
    reply: SessionView,
  })
  signInStaff(
    @Body() { login, password }: StaffSignInRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.open('staff', login, password, request, reply, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/session/staff/code',
    permit: 'staff-entering',
    summary: 'The second step of an official’s sign-in: a one-time code of their device, or a recovery code.',
    body: StaffCodeRequest,
    reply: SessionView,
  })
  async proveCode(
    @CurrentAsker() me: StaffAsker,
    @Body() { code }: StaffCodeRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<SessionView> {
    const token = readSessionCookie(request, this.https) ?? '';
    if (me.entering === 'code') orRefuse(await this.signIn.proveCode(token, me.id, code, request.ip));
    return this.viewOf(await this.sessions.find(token), language);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/session',
    permit: 'public',
    summary: 'Signs out, also when nobody is signed in.',
    status: 204,
  })
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = readSessionCookie(request, this.https);
    if (token !== null) await this.sessions.close(token);
    clearSessionCookie(reply, this.https);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/session/hat',
    permit: 'applicant',
    agents: 'session',
    summary: 'Goes on as another applicant of the same account: as a person, or as a business.',
    body: WearHatRequest,
    reply: SessionView,
  })
  async wearHat(
    @CurrentAsker() me: ApplicantAsker,
    @Body() { hatId }: WearHatRequest,
    @Req() request: FastifyRequest,
  ): Promise<SessionView> {
    const token = readSessionCookie(request, this.https) ?? '';
    if (!(await this.sessions.wearHat(token, me.accountId, hatId))) throw new Refused(refuse('not-found'));
    return this.viewOf(await this.sessions.find(token));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/session/mandate',
    permit: 'applicant',
    agents: 'session',
    summary: 'Goes on for somebody who gave the account a mandate (委任), within what it covers.',
    body: ActForRequest,
    reply: SessionView,
  })
  async actFor(
    @CurrentAsker() me: ApplicantAsker,
    @Body() { mandateId }: ActForRequest,
    @Req() request: FastifyRequest,
  ): Promise<SessionView> {
    const token = readSessionCookie(request, this.https) ?? '';
    if (!(await this.sessions.actFor(token, me.accountId, mandateId))) throw new Refused(refuse('not-found'));
    return this.viewOf(await this.sessions.find(token));
  }

  private async open(
    kind: Asker['kind'],
    account: string,
    password: string,
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language = 'ja',
  ): Promise<SessionView> {
    const browser = fromBrowser(request, this.https);
    const token = orRefuse(await this.signIn.run(kind, account, password, request.ip, browser));
    setSessionCookie(reply, token, this.https, this.config.session.maxMs);
    return this.viewOf(await this.sessions.find(token), language);
  }

  private async viewOf(asker: Asker | null, language: Language = 'ja'): Promise<SessionView> {
    if (!asker) return { subject: null };
    if (asker.kind === 'applicant') {
      const { kind, id, name, as, guestOf, accountId, mandate } = asker;
      const [hats, mandates] = await Promise.all([
        this.sessions.hatsOf(accountId),
        this.sessions.actingChoicesOf(accountId),
      ]);
      const acting = mandate && {
        mandateId: mandate.id,
        agentName: mandate.agentName,
        procedureId: mandate.procedureId,
        applicationId: mandate.applicationId,
      };
      // The address by which they signed in: that of the principal is nobody's sign-in here.
      const mail = mandate?.agentMail ?? asker.mail;
      return { subject: { kind, id, name, mail, as, guestOf, hats, acting, mandates } };
    }
    const { kind, id, name, officeRoles } = asker;
    if (asker.entering !== null) return { subject: { kind: 'entering', id, name, step: asker.entering } };
    const department = language === 'en' ? asker.departmentEn : asker.department;
    const roles = Object.fromEntries(Object.entries(asker.roles).map(([key, names]) => [key, [...names]]));
    const may = {
      readStaff: mayInOffice(officeRoles, 'read-staff'),
      changeStaff: mayInOffice(officeRoles, 'change-staff'),
      operate: mayInOffice(officeRoles, 'operate'),
      readNews: mayInOffice(officeRoles, 'read-news'),
      writeNews: mayInOffice(officeRoles, 'write-news'),
      readRecord: mayInOffice(officeRoles, 'read-record'),
      readStatistics: statisticsOf(asker) !== 'none',
    };
    return { subject: { kind, id, name, department, roles, officeRoles: [...officeRoles], may } };
  }
}
