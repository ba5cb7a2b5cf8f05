import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { ReadingsModule } from '../readings/readings.module.js';
import { DeskFilesController } from './desk-files.controller.js';
import { DeskFilesQueries } from './desk-files.queries.js';
import { KeepDeskFile } from './keep-desk-file.js';

/** Files that officials keep with a case: scans, photographs of an inspection, papers of other offices. */
@Module({
  imports: [FilesModule, ReadingsModule],
  controllers: [DeskFilesController],
  providers: [DeskFilesQueries, KeepDeskFile],
  exports: [KeepDeskFile],
})
export class DeskFilesModule {}
