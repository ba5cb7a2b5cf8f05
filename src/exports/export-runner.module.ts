import { Module } from '@nestjs/common';
import { StaffAskers } from '../access/staff-askers.js';
import { FilesModule } from '../files/files.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ExpireExports } from './expire-exports.js';
import { ExportsQueries } from './exports.queries.js';
import { MakeExport } from './make-export.js';
import { MayExport } from './may-export.js';
import { RunExports } from './run-exports.js';

/** Makes tables, and throws them away. A module of its own, because workers serve no page. */
@Module({
  imports: [FilesModule, ProceduresModule],
  providers: [ExpireExports, ExportsQueries, MakeExport, MayExport, RunExports, StaffAskers],
  exports: [ExpireExports, RunExports],
})
export class ExportRunnerModule {}
