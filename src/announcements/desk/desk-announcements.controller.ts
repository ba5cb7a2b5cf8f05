import { Body, Controller, Param, Query } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../../access/asker.js';
import { Endpoint } from '../../http/endpoint.js';
import { AskedLanguage, type Language } from '../../http/language.js';
import { orRefuse, type Outcome, Refused, refuse } from '../../http/refusal.js';
import { ApproveAnnouncement } from './approve-announcement.js';
import { AskAnnouncement } from './ask-announcement.js';
import { AskCorrection } from './ask-correction.js';
import { DecideCorrection } from './decide-correction.js';
import {
  AnnouncementContent,
  AnnouncementOptions,
  AnnouncementPreview,
  AnnouncementReasonRequest,
  ApproveAnnouncementRequest,
  AskAnnouncementRequest,
  ChangeAnnouncementRequest,
  CorrectionRequest,
  DeskAnnouncementList,
  DeskAnnouncementsQuery,
  DeskAnnouncementView,
  NewAnnouncementRequest,
} from './desk-announcement.dto.js';
import { DeskAnnouncementsQueries } from './desk-announcements.queries.js';
import { RemoveAnnouncement } from './remove-announcement.js';
import { SaveAnnouncement } from './save-announcement.js';
import { SteerMails } from './steer-mails.js';
import { TakeBackAnnouncement } from './take-back-announcement.js';
import { WithdrawAnnouncement } from './withdraw-announcement.js';

/** お知らせ, as those see them who write and approve them. */
@Controller()
export class DeskAnnouncementsController {
  constructor(
    private readonly queries: DeskAnnouncementsQueries,
    private readonly save: SaveAnnouncement,
    private readonly asking: AskAnnouncement,
    private readonly back: TakeBackAnnouncement,
    private readonly approval: ApproveAnnouncement,
    private readonly removal: RemoveAnnouncement,
    private readonly mails: SteerMails,
    private readonly withdrawal: WithdrawAnnouncement,
    private readonly correcting: AskCorrection,
    private readonly correction: DecideCorrection,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/announcements',
    permit: 'office:read-news',
    shows: 'nothing',
    summary: 'What is being written, and what was published, the newest first.',
    query: DeskAnnouncementsQuery,
    reply: DeskAnnouncementList,
  })
  list(@Query() { before }: DeskAnnouncementsQuery): Promise<DeskAnnouncementList> {
    return this.queries.list(before ?? null);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/announcement-options',
    permit: 'office:read-news',
    shows: 'nothing',
    summary: 'Fields, procedures and their stages, by which an announcement finds its readers.',
    reply: AnnouncementOptions,
  })
  options(@AskedLanguage() language: Language): Promise<AnnouncementOptions> {
    return this.queries.options(language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/announcements/:id',
    permit: 'office:read-news',
    shows: 'nothing',
    summary: 'One announcement: where it stands, how far its mails are, what was done with it.',
    reply: DeskAnnouncementView,
  })
  async show(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<DeskAnnouncementView> {
    const found = await this.queries.find(me, id);
    if (!found) throw new Refused(refuse('not-found'));
    return found;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements',
    permit: 'office:write-news',
    summary: 'Begins an announcement.',
    body: NewAnnouncementRequest,
    reply: DeskAnnouncementView,
    status: 201,
  })
  async add(
    @CurrentAsker() me: StaffAsker,
    @Body() { id, content }: NewAnnouncementRequest,
  ): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.save.add(me, id, content));
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/announcements/:id',
    permit: 'office:write-news',
    summary: 'Changes a draft that nobody has changed since it was read.',
    body: ChangeAnnouncementRequest,
    reply: DeskAnnouncementView,
  })
  async change(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { revision, content }: ChangeAnnouncementRequest,
  ): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.save.change(me, id, revision, content));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/announcements/:id',
    permit: 'office:write-news',
    summary: 'Throws a draft away.',
    status: 204,
  })
  async remove(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.removal.run(me, id));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/preview',
    permit: 'office:read-news',
    summary: 'What it would look like on the portal and as mail, and how many it would reach and how.',
    body: AnnouncementContent,
    reply: AnnouncementPreview,
  })
  async preview(@Param('id') id: string, @Body() content: AnnouncementContent): Promise<AnnouncementPreview> {
    return this.queries.preview(content, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/ask',
    permit: 'office:write-news',
    summary: 'Hands a draft to a second person, exactly as it is.',
    body: AskAnnouncementRequest,
    reply: DeskAnnouncementView,
  })
  async ask(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { revision }: AskAnnouncementRequest,
  ): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.asking.run(me, id, revision));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/take-back',
    permit: 'office:write-news',
    summary: 'Makes a draft of it again before it is published.',
    reply: DeskAnnouncementView,
  })
  async takeBack(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.back.run(me, id));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/approve',
    permit: 'office:approve-news',
    summary: 'A second person’s yes to what they read: it is published, or waits for its time.',
    body: ApproveAnnouncementRequest,
    reply: DeskAnnouncementView,
  })
  async approve(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { digest }: ApproveAnnouncementRequest,
  ): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.approval.run(me, id, digest));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/decline',
    permit: 'office:approve-news',
    summary: 'Sends it back to its writers, with the reason.',
    body: AnnouncementReasonRequest,
    reply: DeskAnnouncementView,
  })
  async decline(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: AnnouncementReasonRequest,
  ): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.back.decline(me, id, reason));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/pause',
    permit: 'office:steer-news',
    summary: 'Holds its mails.',
    reply: DeskAnnouncementView,
  })
  async pause(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.mails.run(me, id, 'pause'));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/resume',
    permit: 'office:steer-news',
    summary: 'Lets its mails go on.',
    reply: DeskAnnouncementView,
  })
  async resume(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.mails.run(me, id, 'resume'));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/stop-mails',
    permit: 'office:steer-news',
    summary: 'Ends its mails; it is shown all the same.',
    reply: DeskAnnouncementView,
  })
  async stopMails(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.mails.run(me, id, 'stop-mails'));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/withdraw',
    permit: 'office:steer-news',
    summary: 'Takes it off the portal, with the reason for readers.',
    body: AnnouncementReasonRequest,
    reply: DeskAnnouncementView,
  })
  async withdraw(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: AnnouncementReasonRequest,
  ): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.withdrawal.run(me, id, reason));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/corrections',
    permit: 'office:write-news',
    summary: 'Hands new words for what is out to a second person.',
    body: CorrectionRequest,
    reply: DeskAnnouncementView,
  })
  async askCorrection(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() request: CorrectionRequest,
  ): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.correcting.run(me, id, request));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/corrections/make',
    permit: 'office:approve-news',
    summary: 'A second person’s yes to the new words.',
    body: ApproveAnnouncementRequest,
    reply: DeskAnnouncementView,
  })
  async makeCorrection(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { digest }: ApproveAnnouncementRequest,
  ): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.correction.make(me, id, digest));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/announcements/:id/corrections/decline',
    permit: 'office:steer-news',
    summary: 'Takes the new words back, or does not agree to them.',
    body: AnnouncementReasonRequest,
    reply: DeskAnnouncementView,
  })
  async declineCorrection(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: AnnouncementReasonRequest,
  ): Promise<DeskAnnouncementView> {
    return this.after(me, id, await this.correction.decline(me, id, reason));
  }

  private async after(me: StaffAsker, id: string, outcome: Outcome<null>): Promise<DeskAnnouncementView> {
    orRefuse(outcome);
    return this.show(me, id);
  }
}
