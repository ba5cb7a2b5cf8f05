import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { AnnouncementsController } from './announcements.controller.js';
import { AnnouncementsQueries } from './announcements.queries.js';
import { DeliverAnnouncement } from './deliver-announcement.js';
import { EndAnnouncement } from './end-announcement.js';
import { PublishAnnouncement } from './publish-announcement.js';
import { SpreadAnnouncement } from './spread-announcement.js';
import { StopNews } from './stop-news.js';
import { StopNewsController } from './stop-news.controller.js';

@Module({
  imports: [NoticesModule, ProceduresModule],
  controllers: [AnnouncementsController, StopNewsController],
  providers: [
    AnnouncementsQueries,
    DeliverAnnouncement,
    EndAnnouncement,
    PublishAnnouncement,
    SpreadAnnouncement,
    StopNews,
  ],
  exports: [PublishAnnouncement],
})
export class AnnouncementsModule {}
