import { Module } from '@nestjs/common';
import { OperationsController } from './operations.controller.js';
import { OperationsQueries } from './operations.queries.js';
import { SettleDeadJob } from './settle-dead-job.js';

/** 稼働状況, for administrators. */
@Module({
  controllers: [OperationsController],
  providers: [OperationsQueries, SettleDeadJob],
  exports: [OperationsQueries],
})
export class OperationsModule {}
