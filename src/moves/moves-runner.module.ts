import { Module } from '@nestjs/common';
import { RecordAdvance } from '../applications/record-advance.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { MoveApplication } from './move-application.js';
import { RunMoves } from './run-moves.js';

/** Moves applications to new versions. A module of its own, because workers serve no page. */
@Module({
  imports: [ProceduresModule],
  providers: [MoveApplication, RecordAdvance, RunMoves],
  exports: [RunMoves],
})
export class MovesRunnerModule {}
