import { Module } from '@nestjs/common';
import { DeskFilesModule } from '../desk-files/desk-files.module.js';
import { FilesModule } from '../files/files.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ReadingsModule } from '../readings/readings.module.js';
import { AnswerOpinion } from './answer-opinion.js';
import { AskOpinion } from './ask-opinion.js';
import { CaseOpinionsController } from './case-opinions.controller.js';
import { ClaimOpinion } from './claim-opinion.js';
import { ExtendOpinion } from './extend-opinion.js';
import { KeepOpinionFile } from './keep-opinion-file.js';
import { OpinionListQueries } from './opinion-list.queries.js';
import { OpinionsController } from './opinions.controller.js';
import { OpinionsQueries } from './opinions.queries.js';
import { WithdrawOpinion } from './withdraw-opinion.js';

/** 意見照会: what one office asks another about an application, and sees no more of than was shared. */
@Module({
  imports: [DeskFilesModule, FilesModule, ProceduresModule, ReadingsModule],
  controllers: [OpinionsController, CaseOpinionsController],
  providers: [
    AnswerOpinion,
    AskOpinion,
    ClaimOpinion,
    ExtendOpinion,
    KeepOpinionFile,
    OpinionListQueries,
    OpinionsQueries,
    WithdrawOpinion,
  ],
  exports: [AnswerOpinion, AskOpinion],
})
export class OpinionsModule {}
