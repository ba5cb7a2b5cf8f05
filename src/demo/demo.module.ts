import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '../announcements/announcements.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { FilesModule } from '../files/files.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { MakeDemoAccounts } from './make-demo-accounts.js';
import { MakeDemoAnnouncements } from './make-demo-announcements.js';
import { MakeDemoApplications } from './make-demo-applications.js';
import { MakeDemoMandates } from './make-demo-mandates.js';
import { MakeDemoSites } from './make-demo-sites.js';
import { PlayScene } from './play-scene.js';
import { SiteController } from './site.controller.js';

@Module({
  imports: [AnnouncementsModule, ApplicationsModule, FilesModule, MessagesModule, ProceduresModule],
  controllers: [SiteController],
  providers: [
    MakeDemoAccounts,
    MakeDemoAnnouncements,
    MakeDemoApplications,
    MakeDemoMandates,
    MakeDemoSites,
    PlayScene,
  ],
  exports: [MakeDemoAccounts, MakeDemoAnnouncements, MakeDemoApplications, MakeDemoMandates, MakeDemoSites],
})
export class DemoModule {}
