import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../../access/asker.js';
import { Endpoint } from '../../http/endpoint.js';
import { AskedLanguage, type Language } from '../../http/language.js';
import { orRefuse, Refused, refuse } from '../../http/refusal.js';
import { DisableOfficial } from './disable-official.js';
import { EnableOfficial } from './enable-official.js';
import { EndSessions } from './end-sessions.js';
import { IssuePassword } from './issue-password.js';
import { OfficialView, ReasonRequest, ReleasedView, StartingPassword } from './official.dto.js';
import { OfficialsQueries } from './officials.queries.js';
import { ResetCodes } from './reset-codes.js';

/** Whether and how an official gets in. */
@Controller()
export class OfficialAccessController {
  constructor(
    private readonly queries: OfficialsQueries,
    private readonly disableOfficial: DisableOfficial,
    private readonly enableOfficial: EnableOfficial,
    private readonly issue: IssuePassword,
    private readonly reset: ResetCodes,
    private readonly sessions: EndSessions,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/desk/staff/:id/disable',
    permit: 'office:change-staff',
    summary: 'Locks an official out at once; their open applications go back into the queue.',
    body: ReasonRequest,
    reply: ReleasedView,
  })
  async disable(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: ReasonRequest,
    @AskedLanguage() language: Language,
  ): Promise<ReleasedView> {
    const released = orRefuse(await this.disableOfficial.run(me.id, id, reason));
    return { released, official: await this.show(me, id, language) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/staff/:id/enable',
    permit: 'office:change-staff',
    summary: 'Lets an official in again.',
    reply: OfficialView,
  })
  async enable(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<OfficialView> {
    orRefuse(await this.enableOfficial.run(me.id, id));
    return this.show(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/staff/:id/password',
    permit: 'office:change-staff',
    summary: 'Another starting password, told once; the official is signed out everywhere.',
    reply: StartingPassword,
    status: 201,
  })
  async issuePassword(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<StartingPassword> {
    return orRefuse(await this.issue.run(me.id, id));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/staff/:id/reset-codes',
    permit: 'office:change-staff',
    summary: 'Takes an official’s one-time codes away, for a device that was lost.',
    body: ReasonRequest,
    reply: OfficialView,
  })
  async resetCodes(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: ReasonRequest,
    @AskedLanguage() language: Language,
  ): Promise<OfficialView> {
    orRefuse(await this.reset.run(me.id, id, reason));
    return this.show(me, id, language);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/staff/:id/sessions',
    permit: 'office:change-staff',
    summary: 'Signs an official out everywhere.',
    reply: OfficialView,
  })
  async endSessions(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<OfficialView> {
    orRefuse(await this.sessions.run(me.id, id));
    return this.show(me, id, language);
  }

  private async show(me: StaffAsker, id: string, language: Language): Promise<OfficialView> {
    const official = await this.queries.find(id, me.id, language);
    if (!official) throw new Refused(refuse('not-found'));
    return official;
  }
}
