import { Module } from '@nestjs/common';
import { ProceduresModule } from '../../procedures/procedures.module.js';
import { ApproveAnnouncement } from './approve-announcement.js';
import { AskAnnouncement } from './ask-announcement.js';
import { AskCorrection } from './ask-correction.js';
import { DecideCorrection } from './decide-correction.js';
import { DeskAnnouncementsController } from './desk-announcements.controller.js';
import { DeskAnnouncementsQueries } from './desk-announcements.queries.js';
import { RemoveAnnouncement } from './remove-announcement.js';
import { SaveAnnouncement } from './save-announcement.js';
import { SteerMails } from './steer-mails.js';
import { TakeBackAnnouncement } from './take-back-announcement.js';
import { WithdrawAnnouncement } from './withdraw-announcement.js';

/** お知らせ at the desk: written by one person, approved by another. */
@Module({
  imports: [ProceduresModule],
  controllers: [DeskAnnouncementsController],
  providers: [
    ApproveAnnouncement,
    AskAnnouncement,
    AskCorrection,
    DecideCorrection,
    DeskAnnouncementsQueries,
    RemoveAnnouncement,
    SaveAnnouncement,
    SteerMails,
    TakeBackAnnouncement,
    WithdrawAnnouncement,
  ],
  exports: [ApproveAnnouncement, AskAnnouncement, AskCorrection, SaveAnnouncement],
})
export class DeskAnnouncementsModule {}
