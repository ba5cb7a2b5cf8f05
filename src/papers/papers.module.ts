import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ReadingsModule } from '../readings/readings.module.js';
import { DrawPaper } from './draw-paper.js';
import { PapersController } from './papers.controller.js';
import { PapersQueries } from './papers.queries.js';

/** 控え: what applicants take home of what they submitted. */
@Module({
  imports: [FilesModule, NoticesModule, ProceduresModule, ReadingsModule],
  controllers: [PapersController],
  providers: [DrawPaper, PapersQueries],
  exports: [DrawPaper],
})
export class PapersModule {}
