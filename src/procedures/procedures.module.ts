import { Module } from '@nestjs/common';
import { ProcedureLibrary } from './procedure-library.js';
import { ProceduresController } from './procedures.controller.js';
import { ProcessingTimes } from './processing-times.js';
import { ProceduresQueries } from './procedures.queries.js';
import { PublishFolders } from './publish-folders.js';
import { PublishProcedure } from './publish-procedure.js';

@Module({
  controllers: [ProceduresController],
  providers: [ProcedureLibrary, ProceduresQueries, ProcessingTimes, PublishFolders, PublishProcedure],
  exports: [ProcedureLibrary, ProceduresQueries, PublishFolders, PublishProcedure],
})
export class ProceduresModule {}
