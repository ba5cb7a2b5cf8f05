import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { CancelExport } from './cancel-export.js';
import { ExportsController } from './exports.controller.js';
import { ExportsQueries } from './exports.queries.js';
import { MayExport } from './may-export.js';
import { RemoveDefinition } from './remove-definition.js';
import { RequestExport } from './request-export.js';
import { SaveDefinition } from './save-definition.js';

/** 書き出し: many applications as a table. */
@Module({
  imports: [FilesModule, ProceduresModule],
  controllers: [ExportsController],
  providers: [CancelExport, ExportsQueries, MayExport, RemoveDefinition, RequestExport, SaveDefinition],
  exports: [RequestExport, SaveDefinition],
})
export class ExportsModule {}
