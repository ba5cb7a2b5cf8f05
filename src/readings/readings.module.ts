import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { OpenAnswers } from './open-answers.js';
import { ReadingsController } from './readings.controller.js';
import { ReadingsQueries } from './readings.queries.js';
import { RecordReading } from './record-reading.js';

/** 閲覧記録: applicants and auditors can see who has looked at an application. */
@Module({
  imports: [ProceduresModule],
  controllers: [ReadingsController],
  providers: [OpenAnswers, ReadingsQueries, RecordReading],
  exports: [OpenAnswers, RecordReading],
})
export class ReadingsModule {}
