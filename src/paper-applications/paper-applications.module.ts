import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { DeskFilesModule } from '../desk-files/desk-files.module.js';
import { DraftsModule } from '../drafts/drafts.module.js';
import { FilesModule } from '../files/files.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ReadingsModule } from '../readings/readings.module.js';
import { BeginPaper } from './begin-paper.js';
import { ChangeArrival } from './change-arrival.js';
import { HandOutLetters } from './hand-out-letters.js';
import { LettersController } from './letters.controller.js';
import { LettersQueries } from './letters.queries.js';
import { OpenPaperCorrection } from './open-paper-correction.js';
import { PaperController } from './paper.controller.js';
import { PaperTrailController } from './paper-trail.controller.js';
import { PaperTrails } from './paper-trails.queries.js';
import { PapersReceived } from './papers-received.queries.js';
import { RemoveScan } from './remove-scan.js';
import { SubmitPaper } from './submit-paper.js';
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
  controllers: [LettersController, PaperController, PaperTrailController],
  providers: [
    BeginPaper,
    ChangeArrival,
    HandOutLetters,
    LettersQueries,
    OpenPaperCorrection,
    PaperTrails,
    PapersReceived,
    RemoveScan,
    SubmitPaper,
    WithdrawOnPaper,
  ],
  exports: [BeginPaper, SubmitPaper],
})
export class PaperApplicationsModule {}
