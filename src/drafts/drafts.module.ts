import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { FilesModule } from '../files/files.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { AttachFile } from './attach-file.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsQueries } from './attachments.queries.js';
import { CarryTypedAnswers } from './carry-typed-answers.js';
import { CorrectionController } from './correction.controller.js';
import { DiscardDraft } from './discard-draft.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsQueries } from './drafts.queries.js';
import { MoveDraft } from './move-draft.js';
import { OnceQueries } from './once.queries.js';
import { RemoveAttachment } from './remove-attachment.js';
import { RepeatedReceipt } from './repeated-receipt.js';
import { SaveDraft } from './save-draft.js';
import { StartDraft } from './start-draft.js';
import { SubmitCorrection } from './submit-correction.js';
import { SubmitDraft } from './submit-draft.js';
import { VersionComparisons } from './version-comparisons.js';

@Module({
  imports: [ApplicationsModule, FilesModule, ProceduresModule, SitesModule],
  controllers: [DraftsController, AttachmentsController, CorrectionController],
  providers: [
    AttachFile,
    AttachmentsQueries,
    CarryTypedAnswers,
    DiscardDraft,
    DraftsQueries,
    MoveDraft,
    OnceQueries,
    RemoveAttachment,
    RepeatedReceipt,
    SaveDraft,
    StartDraft,
    SubmitCorrection,
    SubmitDraft,
    VersionComparisons,
  ],
  exports: [AttachFile, DraftsQueries, SaveDraft, StartDraft, SubmitDraft],
})
export class DraftsModule {}
