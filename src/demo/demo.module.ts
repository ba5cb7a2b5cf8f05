import { Module } from '@nestjs/common';
import { StaffAskers } from '../access/staff-askers.js';
import { AnnouncementsModule } from '../announcements/announcements.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { FilesModule } from '../files/files.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { PaymentRunnerModule } from '../payments/payment-runner.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { MakeDemoAccounts } from './make-demo-accounts.js';
import { MakeDemoAnnouncements } from './make-demo-announcements.js';
import { MakeDemoApplications } from './make-demo-applications.js';
import { MakeDemoMandates } from './make-demo-mandates.js';
import { MakeDemoPayments } from './make-demo-payments.js';
import { MakeDemoSites } from './make-demo-sites.js';
import { PlayScene } from './play-scene.js';
import { SiteController } from './site.controller.js';

@Module({
  imports: [
    AnnouncementsModule,
    ApplicationsModule,
    FilesModule,
    MessagesModule,
    PaymentRunnerModule,
    PaymentsModule,
    ProceduresModule,
  ],
  controllers: [SiteController],
  providers: [
    MakeDemoAccounts,
    MakeDemoAnnouncements,
    MakeDemoApplications,
    MakeDemoMandates,
    MakeDemoPayments,
    MakeDemoSites,
    PlayScene,
    StaffAskers,
  ],
  exports: [
    MakeDemoAccounts,
    MakeDemoAnnouncements,
    MakeDemoApplications,
    MakeDemoMandates,
    MakeDemoPayments,
    MakeDemoSites,
  ],
})
export class DemoModule {}
