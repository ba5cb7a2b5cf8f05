import { Body, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { clearSessionCookie, readSessionCookie } from '../access/session-cookie.js';
import { CONFIG, type Config } from '../config/config.js';
import { addressWorks } from '../deliveries/record-sending.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import {
  AccountView,
  ChangePasswordRequest,
  CloseAccountRequest,
  ClosingView,
  LanguageRequest,
  NewsRequest,
  NoticesRequest,
} from './account.dto.js';
import { AccountsQueries } from './accounts.queries.js';
import { AddApplicant } from './add-applicant.js';
import { ChangePassword } from './change-password.js';
import { ChooseLanguage } from './choose-language.js';
import { ChooseNotices } from './choose-notices.js';
import { ChooseNews } from './choose-news.js';
import { CloseAccount } from './close-account.js';
import { EditProfile } from './edit-profile.js';
import { ProfileTexts } from './registration.dto.js';

@Controller()
export class AccountController {
  constructor(
    private readonly queries: AccountsQueries,
    private readonly add: AddApplicant,
    private readonly edit: EditProfile,
    private readonly news: ChooseNews,
    private readonly language: ChooseLanguage,
    private readonly notices: ChooseNotices,
    private readonly dataSource: DataSource,
    private readonly password: ChangePassword,
    private readonly close: CloseAccount,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private get https(): boolean {
    return this.config.http.publicUrl.startsWith('https:');
  }

  @Endpoint({
    method: 'GET',
    path: '/api/account',
    permit: 'applicant',
    summary: 'What the account knows of its owner.',
    reply: AccountView,
  })
  async show(@CurrentAsker() me: ApplicantAsker): Promise<AccountView> {
    const view = await this.queries.find(me.accountId);
    if (!view) throw new Refused(refuse('not-found'));
    return view;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/account/applicants',
    permit: 'applicant',
    summary: 'Has a person also apply as a business by the same account, or the other way round.',
    body: ProfileTexts,
    reply: AccountView,
    status: 201,
  })
  async addApplicant(@CurrentAsker() me: ApplicantAsker, @Body() entry: ProfileTexts): Promise<AccountView> {
    orRefuse(await this.add.run(me.accountId, entry));
    return this.show(me);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/account/applicants/:id',
    permit: 'applicant',
    summary: 'Changes a profile of the account.',
    body: ProfileTexts,
    reply: AccountView,
  })
  async editProfile(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() entry: ProfileTexts,
  ): Promise<AccountView> {
    orRefuse(await this.edit.run(me.accountId, id, entry));
    return this.show(me);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/account/news',
    permit: 'applicant',
    summary: 'Chooses whether news come by mail.',
    body: NewsRequest,
    status: 204,
  })
  async chooseNews(@CurrentAsker() me: ApplicantAsker, @Body() { wantsNews }: NewsRequest): Promise<void> {
    await this.news.run(me.accountId, wantsNews);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/account/language',
    permit: 'applicant',
    summary: 'Chooses the language in which mails come.',
    body: LanguageRequest,
    status: 204,
  })
  async chooseLanguage(
    @CurrentAsker() me: ApplicantAsker,
    @Body() { language }: LanguageRequest,
  ): Promise<void> {
    await this.language.run(me.accountId, language);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/account/notices',
    permit: 'applicant',
    summary: 'Chooses how documents come: in the portal, or by post, too.',
    body: NoticesRequest,
    status: 204,
  })
  async chooseNotices(
    @CurrentAsker() me: ApplicantAsker,
    @Body() { by, words }: NoticesRequest,
  ): Promise<void> {
    orRefuse(await this.notices.run(me, by, words));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/account/mail-works',
    permit: 'applicant',
    summary: 'Says that the address is right and takes our mails, after some did not arrive.',
    reply: AccountView,
  })
  async mailWorks(@CurrentAsker() me: ApplicantAsker): Promise<AccountView> {
    await this.dataSource.transaction((tx) => addressWorks(tx, me.mail));
    return this.show(me);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/account/password',
    permit: 'applicant',
    summary: 'Sets another password and signs out everywhere else.',
    body: ChangePasswordRequest,
    status: 204,
  })
  async changePassword(
    @CurrentAsker() me: ApplicantAsker,
    @Body() entry: ChangePasswordRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const token = readSessionCookie(request, this.https) ?? '';
    orRefuse(await this.password.run(me, entry, token, request.ip, language));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/account/closing',
    permit: 'applicant',
    summary: 'What closing the account would do, and what stands against it.',
    reply: ClosingView,
  })
  closing(@CurrentAsker() me: ApplicantAsker): Promise<ClosingView> {
    return this.queries.closing(me.accountId);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/account/close',
    permit: 'applicant',
    summary: 'Closes the account (退会).',
    body: CloseAccountRequest,
    status: 204,
  })
  async closeAccount(
    @CurrentAsker() me: ApplicantAsker,
    @Body() { currentPassword }: CloseAccountRequest,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    orRefuse(await this.close.run(me, currentPassword, request.ip, language));
    clearSessionCookie(reply, this.https);
  }
}
