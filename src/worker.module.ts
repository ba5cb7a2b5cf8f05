import { type DynamicModule, Module } from '@nestjs/common';
import { AnnouncementsModule } from './announcements/announcements.module.js';
import { AnnouncementsRunnerModule } from './announcements/announcements-runner.module.js';
import { TimersModule } from './applications/timers.module.js';
import { BatchRunnerModule } from './batches/batch-runner.module.js';
import { StatisticsKeeperModule } from './statistics/statistics-keeper.module.js';
import { ExportRunnerModule } from './exports/export-runner.module.js';
import { EndedRolesModule } from './staff/ended-roles.module.js';
import { SealModule } from './audit/seal.module.js';
import type { Config } from './config/config.js';
import { ConfiguredModule } from './configured.module.js';
import { DeliveryWatchModule } from './deliveries/delivery-watch.module.js';
import { FileSweepModule } from './files/file-sweep.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { OpinionRemindersModule } from './opinions/opinion-reminders.module.js';
import { PaymentRunnerModule } from './payments/payment-runner.module.js';
import { ProceduresModule } from './procedures/procedures.module.js';
import { MovesRunnerModule } from './moves/moves-runner.module.js';
import { PublishingRunnerModule } from './publishing/publishing-runner.module.js';

/** What a process needs that carries out jobs and serves no page. */
@Module({})
export class WorkerModule {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfiguredModule.with(config, databaseUrl),
        ProceduresModule,
        NoticesModule,
        AnnouncementsModule,
        AnnouncementsRunnerModule,
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
        DeliveryWatchModule,
        EndedRolesModule,
      ],
    };
  }
}
