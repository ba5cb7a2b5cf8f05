import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { OfferBatch } from './batch-offer.js';
import { BatchesController } from './batches.controller.js';
import { BatchTemplate } from './batch-template.js';
import { BatchesQueries } from './batches.queries.js';
import { BeginBatch } from './begin-batch.js';
import { CheckBatch } from './check-batch.js';
import { DrawProof } from './draw-proof.js';
import { LettersQueries } from './letters.queries.js';
import { StartBatch } from './start-batch.js';
import { StopBatch } from './stop-batch.js';

/** まとめて処理: one thing with many applications. */
@Module({
  imports: [ApplicationsModule, NoticesModule, ProceduresModule],
  controllers: [BatchesController],
  providers: [
    BatchesQueries,
    BatchTemplate,
    BeginBatch,
    CheckBatch,
    DrawProof,
    LettersQueries,
    OfferBatch,
    StartBatch,
    StopBatch,
  ],
})
export class BatchesModule {}
