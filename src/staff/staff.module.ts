import { Module } from '@nestjs/common';
import { AbsencesController } from './absences.controller.js';
import { AbsencesQueries } from './absences.queries.js';
import { EndAbsence } from './end-absence.js';
import { SetAbsence } from './set-absence.js';

@Module({
  controllers: [AbsencesController],
  providers: [AbsencesQueries, EndAbsence, SetAbsence],
})
export class StaffModule {}
