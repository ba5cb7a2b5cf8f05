import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { AnnouncementsModule } from './announcements/announcements.module.js';
import { AnnouncementsRunnerModule } from './announcements/announcements-runner.module.js';
import { DeskAnnouncementsModule } from './announcements/desk/desk-announcements.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { TimersModule } from './applications/timers.module.js';
import { AuditModule } from './audit/audit.module.js';
import { BatchesModule } from './batches/batches.module.js';
import { BatchRunnerModule } from './batches/batch-runner.module.js';
import { LogModule } from './audit/log/log.module.js';
import { StatisticsModule } from './statistics/statistics.module.js';
import { StatisticsKeeperModule } from './statistics/statistics-keeper.module.js';
import { ExportRunnerModule } from './exports/export-runner.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { EndedRolesModule } from './staff/ended-roles.module.js';
import { SealModule } from './audit/seal.module.js';
import { BuilderModule } from './builder/builder.module.js';
import type { Config } from './config/config.js';
import { ConfiguredModule } from './configured.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DeliveriesModule } from './deliveries/deliveries.module.js';
import { DeliveryWatchModule } from './deliveries/delivery-watch.module.js';
import { DeskFilesModule } from './desk-files/desk-files.module.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { FavouritesModule } from './favourites/favourites.module.js';
import { GuestsModule } from './guests/guests.module.js';
import { HttpModule } from './http/http.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { InspectionsModule } from './inspections/inspections.module.js';
import { LookupsModule } from './lookups/lookups.module.js';
import { MandatesModule } from './mandates/mandates.module.js';
import { CaseworkModule } from './casework/casework.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { FileSweepModule } from './files/file-sweep.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { PaperApplicationsModule } from './paper-applications/paper-applications.module.js';
import { PapersModule } from './papers/papers.module.js';
import { PlacesModule } from './places/places.module.js';
import { OpinionRemindersModule } from './opinions/opinion-reminders.module.js';
import { OpinionsModule } from './opinions/opinions.module.js';
import { PaymentRunnerModule } from './payments/payment-runner.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import { PreviewsModule } from './previews/previews.module.js';
import { ProceduresModule } from './procedures/procedures.module.js';
import { SitesModule } from './sites/sites.module.js';
import { RelatedModule } from './related/related.module.js';
import { PublishingModule } from './publishing/publishing.module.js';
import { MovesModule } from './moves/moves.module.js';
import { MovesRunnerModule } from './moves/moves-runner.module.js';
import { PublishingRunnerModule } from './publishing/publishing-runner.module.js';
import { ReadingsModule } from './readings/readings.module.js';
import { StaffModule } from './staff/staff.module.js';

@Module({})
export class AppModule {
  /** @param databaseUrl where the database is: of the configuration, or the one that was started for it */
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfiguredModule.with(config, databaseUrl),
        AccessModule,
        AuditModule,
        AccountsModule,
        IdentityModule,
        HttpModule,
        ProceduresModule,
        BuilderModule,
        MovesModule,
        PublishingModule,
        DraftsModule,
        ApplicationsModule,
        CaseworkModule,
        BatchesModule,
        ExportsModule,
        StatisticsModule,
        LogModule,
        MessagesModule,
        NoticesModule,
        PapersModule,
        PlacesModule,
        InspectionsModule,
        OperationsModule,
        OpinionsModule,
        PaperApplicationsModule,
        DeliveriesModule,
        DeliveryWatchModule,
        DeskFilesModule,
        PaymentsModule,
        PreviewsModule,
        ReadingsModule,
        RelatedModule,
        LookupsModule,
        AnnouncementsModule,
        AnnouncementsRunnerModule,
        DeskAnnouncementsModule,
        FavouritesModule,
        GuestsModule,
        MandatesModule,
        TimersModule,
        FileSweepModule,
        SealModule,
        BatchRunnerModule,
        ExportRunnerModule,
        PaymentRunnerModule,
        MovesRunnerModule,
        PublishingRunnerModule,
        StatisticsKeeperModule,
        OpinionRemindersModule,
        EndedRolesModule,
        SitesModule,
        StaffModule,
        DemoModule,
      ],
    };
  }
}
