import { Module } from '@nestjs/common';
import { DeskFilesModule } from '../desk-files/desk-files.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ChooseVisit } from './choose-visit.js';
import { EndVisit } from './end-visit.js';
import { KeepPhoto } from './keep-photo.js';
import { OrderVisits } from './order-visits.js';
import { OwnVisitsController } from './own-visits.controller.js';
import { OwnVisitsQueries } from './own-visits.queries.js';
import { PlanVisit } from './plan-visit.js';
import { ProposeVisit } from './propose-visit.js';
import { RecordFinding } from './record-finding.js';
import { VisitsController } from './visits.controller.js';
import { VisitsQueries } from './visits.queries.js';

/** 現地確認: visits agreed on, the day's route, and what was found on the spot. */
@Module({
  imports: [DeskFilesModule, MessagesModule, ProceduresModule],
  controllers: [VisitsController, OwnVisitsController],
  providers: [
    ChooseVisit,
    EndVisit,
    KeepPhoto,
    OrderVisits,
    OwnVisitsQueries,
    PlanVisit,
    ProposeVisit,
    RecordFinding,
    VisitsQueries,
  ],
  exports: [PlanVisit, ProposeVisit],
})
export class InspectionsModule {}
