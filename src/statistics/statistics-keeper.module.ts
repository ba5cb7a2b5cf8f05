import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { CountApplications } from './count-applications.js';
import { CountDrafts } from './count-drafts.js';
import { KeepStatistics } from './keep-statistics.js';

/** Counts. A module of its own, because workers serve no page. */
@Module({
  imports: [ProceduresModule],
  providers: [CountApplications, CountDrafts, KeepStatistics],
  exports: [CountApplications, CountDrafts, KeepStatistics],
})
export class StatisticsKeeperModule {}
