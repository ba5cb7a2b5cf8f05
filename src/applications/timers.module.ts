import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { FireTimers } from './fire-timers.js';
import { LiftHolds } from './lift-holds.js';
import { RecordAdvance } from './record-advance.js';

/** What happens to applications by itself. A module of its own, because workers serve no page. */
@Module({
  imports: [ProceduresModule],
  providers: [FireTimers, LiftHolds, RecordAdvance],
  exports: [FireTimers, LiftHolds],
})
export class TimersModule {}
