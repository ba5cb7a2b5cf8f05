import { Module } from '@nestjs/common';
import { StaffAskers } from '../access/staff-askers.js';
import { AssignApplication } from '../applications/assign-application.js';
import { HoldApplication } from '../applications/hold-application.js';
import { RecordAdvance } from '../applications/record-advance.js';
import { ReleaseApplication } from '../applications/release-application.js';
import { TakeAction } from '../applications/take-action.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { PerformRow } from './perform-row.js';
import { RunBatches } from './run-batches.js';

/** Goes through batches. A module of its own, because workers serve no page. */
@Module({
  imports: [ProceduresModule],
  providers: [
    AssignApplication,
    HoldApplication,
    PerformRow,
    RecordAdvance,
    ReleaseApplication,
    RunBatches,
    StaffAskers,
    TakeAction,
  ],
  exports: [RunBatches],
})
export class BatchRunnerModule {}
