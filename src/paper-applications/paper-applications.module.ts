import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { DeskFilesModule } from '../desk-files/desk-files.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { FilesModule } from '../files/files.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ReadingsModule } from '../readings/readings.module.js';
import { AskCheck } from './ask-check.js';
import { BeginPaper } from './begin-paper.js';
import { ChangeArrival } from './change-arrival.js';
import { HandOutLetters } from './hand-out-letters.js';
import { LettersController } from './letters.controller.js';
import { LettersQueries } from './letters.queries.js';
import { OpenPaperCorrection } from './open-paper-correction.js';
import { PaperCheckController } from './paper-check.controller.js';
import { PaperChecks } from './paper-checks.queries.js';
import { PaperController } from './paper.controller.js';
import { PaperTrailController } from './paper-trail.controller.js';
import { PaperTrails } from './paper-trails.queries.js';
import { PapersReceived } from './papers-received.queries.js';
import { RememberReader } from './remember-reader.js';
import { RemoveScan } from './remove-scan.js';
import { SettleCheck } from './settle-check.js';
import { SubmitPaper } from './submit-paper.js';
import { TypeAgain } from './type-again.js';
import { WithdrawOnPaper } from './withdraw-on-paper.js';

/** 紙申請: what arrives on paper is keyed in, and what is owed leaves as letters. */
@Module({
  imports: [
    ApplicationsModule,
    DeskFilesModule,
    DraftsModule,
    FilesModule,
    PapersModule,
    ProceduresModule,
    ReadingsModule,
  ],
  controllers: [LettersController, PaperCheckController, PaperController, PaperTrailController],
  providers: [
    AskCheck,
    BeginPaper,
    ChangeArrival,
    HandOutLetters,
    LettersQueries,
    OpenPaperCorrection,
    PaperChecks,
    PaperTrails,
    PapersReceived,
    RememberReader,
    RemoveScan,
    SettleCheck,
    SubmitPaper,
    TypeAgain,
    WithdrawOnPaper,
  ],
  exports: [AskCheck, BeginPaper, RememberReader, SubmitPaper, TypeAgain],
})
export class PaperApplicationsModule {}
