import { Module } from '@nestjs/common';
import { StaffAskers } from '../access/staff-askers.js';
import { AssignApplication } from '../applications/assign-application.js';
import { HoldApplication } from '../applications/hold-application.js';
import { RecordAdvance } from '../applications/record-advance.js';
import { ReleaseApplication } from '../applications/release-application.js';
import { TakeAction } from '../applications/take-action.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { OwedNotices } from '../notices/owed-notices.js';
import { PerformRow } from './perform-row.js';
import { RunBatches } from './run-batches.js';
import { WriteLetters } from './write-letters.js';

/** Goes through batches. A module of its own, because workers serve no page. */
@Module({
  imports: [ProceduresModule],
  providers: [
    AssignApplication,
    HoldApplication,
    OwedNotices,
    PerformRow,
    RecordAdvance,
    ReleaseApplication,
    RunBatches,
    StaffAskers,
    TakeAction,
    WriteLetters,
  ],
  exports: [RunBatches],
})
export class BatchRunnerModule {}
