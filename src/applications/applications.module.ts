import { Module } from '@nestjs/common';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsQueries } from './applications.queries.js';
import { AssignApplication } from './assign-application.js';
import { ColleaguesQueries } from './colleagues.queries.js';
import { DeskController } from './desk.controller.js';
import { HoldApplication } from './hold-application.js';
import { LookBack } from './look-back.js';
import { SearchQueries } from './search.queries.js';
import { ListedQueries } from './listed.queries.js';
import { Lists } from './lists.js';
import { OpenCorrection } from './open-correction.js';
import { OverrideValue } from './override-value.js';
import { PermitCorrection } from './permit-correction.js';
import { QueueRows } from './queue-rows.js';
import { QueuesController } from './queues.controller.js';
import { QueuesQueries } from './queues.queries.js';
import { ReadingsModule } from '../readings/readings.module.js';
import { RecordSearch } from './record-search.js';
import { ReceiveApplication } from './receive-application.js';
import { ReceiveCorrection } from './receive-correction.js';
import { RecordAdvance } from './record-advance.js';
import { ReleaseApplication } from './release-application.js';
import { SignaturesController } from './signatures.controller.js';
import { SignaturesQueries } from './signatures.queries.js';
import { TakeAction } from './take-action.js';
import { RemoveView } from './views/remove-view.js';
import { SavedViewsController } from './views/saved-views.controller.js';
import { SaveView } from './views/save-view.js';
import { WaitingController } from './waiting.controller.js';
import { WaitingQueries } from './waiting.queries.js';
import { WithdrawApplication } from './withdraw-application.js';

@Module({
  imports: [ProceduresModule, ReadingsModule],
  controllers: [
    ApplicationsController,
    DeskController,
    QueuesController,
    SavedViewsController,
    SignaturesController,
    WaitingController,
  ],
  providers: [
    ApplicationsQueries,
    AssignApplication,
    ColleaguesQueries,
    HoldApplication,
    ListedQueries,
    LookBack,
    SearchQueries,
    Lists,
    OpenCorrection,
    PermitCorrection,
    OverrideValue,
    QueueRows,
    QueuesQueries,
    ReceiveApplication,
    ReceiveCorrection,
    RecordAdvance,
    RecordSearch,
    ReleaseApplication,
    RemoveView,
    SaveView,
    SignaturesQueries,
    TakeAction,
    WaitingQueries,
    WithdrawApplication,
  ],
  exports: [
    ApplicationsQueries,
    ColleaguesQueries,
    OpenCorrection,
    QueueRows,
    QueuesQueries,
    ReceiveApplication,
    ReceiveCorrection,
    RecordAdvance,
    WithdrawApplication,
  ],
})
export class ApplicationsModule {}
