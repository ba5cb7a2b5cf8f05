import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsQueries } from './statistics.queries.js';

/** 統計: numbers about applications, for the office and for everybody. */
@Module({
  imports: [ProceduresModule],
  controllers: [StatisticsController],
  providers: [StatisticsQueries],
})
export class StatisticsModule {}
