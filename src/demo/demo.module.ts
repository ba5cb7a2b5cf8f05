import { Module } from '@nestjs/common';
import { StaffAskers } from '../access/staff-askers.js';
import { AnnouncementsModule } from '../announcements/announcements.module.js';
import { DeskAnnouncementsModule } from '../announcements/desk/desk-announcements.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { DeskFilesModule } from '../desk-files/desk-files.module.js';
import { BuilderModule } from '../builder/builder.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { FilesModule } from '../files/files.module.js';
import { InspectionsModule } from '../inspections/inspections.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { PaperApplicationsModule } from '../paper-applications/paper-applications.module.js';
import { PaymentRunnerModule } from '../payments/payment-runner.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { MakeDemoAccounts } from './make-demo-accounts.js';
import { MakeDemoAnnouncements } from './make-demo-announcements.js';
import { MakeDemoApplications } from './make-demo-applications.js';
import { MakeDemoDeliveries } from './make-demo-deliveries.js';
import { MakeDemoDrafts } from './make-demo-drafts.js';
import { MakeDemoMandates } from './make-demo-mandates.js';
import { MakeDemoOpinions } from './make-demo-opinions.js';
import { MakeDemoPayments } from './make-demo-payments.js';
import { MakeDemoSites } from './make-demo-sites.js';
import { MakeDemoPapers } from './make-demo-papers.js';
import { MakeDemoVisits } from './make-demo-visits.js';
import { PlayScene } from './play-scene.js';
import { SiteController } from './site.controller.js';

@Module({
  imports: [
    AnnouncementsModule,
    DeskAnnouncementsModule,
    ApplicationsModule,
    BuilderModule,
    DeskFilesModule,
    DraftsModule,
    FilesModule,
    InspectionsModule,
    MessagesModule,
    OpinionsModule,
    PaperApplicationsModule,
    PaymentRunnerModule,
    PaymentsModule,
    ProceduresModule,
  ],
  controllers: [SiteController],
  providers: [
    MakeDemoAccounts,
    MakeDemoAnnouncements,
    MakeDemoApplications,
    MakeDemoDeliveries,
    MakeDemoDrafts,
    MakeDemoMandates,
    MakeDemoOpinions,
    MakeDemoPayments,
    MakeDemoPapers,
    MakeDemoSites,
    MakeDemoVisits,
    PlayScene,
    StaffAskers,
  ],
  exports: [
    MakeDemoAccounts,
    MakeDemoAnnouncements,
    MakeDemoApplications,
    MakeDemoDeliveries,
    MakeDemoDrafts,
    MakeDemoMandates,
    MakeDemoOpinions,
    MakeDemoPayments,
    MakeDemoPapers,
    MakeDemoSites,
    MakeDemoVisits,
  ],
})
export class DemoModule {}
