import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { FilesModule } from '../files/files.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ReadingsModule } from '../readings/readings.module.js';
import { SignaturesModule } from '../signatures/signatures.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { AdmitFile } from './admit-file.js';
import { AttachFile } from './attach-file.js';
import { AttachmentRules } from './attachment-rules.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsQueries } from './attachments.queries.js';
import { CarryTypedAnswers } from './carry-typed-answers.js';
import { CorrectionController } from './correction.controller.js';
import { DiscardDraft } from './discard-draft.js';
import { DraftSignatures } from './draft-signatures.queries.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsQueries } from './drafts.queries.js';
import { FormerApplications } from './former-applications.js';
import { KeepSignature } from './keep-signature.js';
import { MoveDraft } from './move-draft.js';
import { OnceQueries } from './once.queries.js';
import { PrepareSignature } from './prepare-signature.js';
import { ReferableApplications } from './referable-applications.js';
import { RemoveAttachment } from './remove-attachment.js';
import { RepeatedReceipt } from './repeated-receipt.js';
import { SaveDraft } from './save-draft.js';
import { SigningController } from './signing.controller.js';
import { StartDraft } from './start-draft.js';
import { SubmitCorrection } from './submit-correction.js';
import { SubmitDraft } from './submit-draft.js';
import { VersionComparisons } from './version-comparisons.js';
import { BeginUpload } from './uploads/begin-upload.js';
import { CancelUpload } from './uploads/cancel-upload.js';
import { FinishUpload } from './uploads/finish-upload.js';
import { ReceivePiece } from './uploads/receive-piece.js';
import { UploadsController } from './uploads/uploads.controller.js';

@Module({
  imports: [ApplicationsModule, FilesModule, ProceduresModule, ReadingsModule, SignaturesModule, SitesModule],
  controllers: [
    DraftsController,
    AttachmentsController,
    CorrectionController,
    SigningController,
    UploadsController,
  ],
  providers: [
    AdmitFile,
    AttachFile,
    AttachmentRules,
    AttachmentsQueries,
    CarryTypedAnswers,
    DraftSignatures,
    KeepSignature,
    PrepareSignature,
    MoveDraft,
    OnceQueries,
    BeginUpload,
    CancelUpload,
    DiscardDraft,
    DraftsQueries,
    FinishUpload,
    FormerApplications,
    ReceivePiece,
    ReferableApplications,
    RemoveAttachment,
    RepeatedReceipt,
    SaveDraft,
    StartDraft,
    SubmitCorrection,
    SubmitDraft,
    VersionComparisons,
  ],
  exports: [
    AttachFile,
    DiscardDraft,
    DraftsQueries,
    ReferableApplications,
    RemoveAttachment,
    RepeatedReceipt,
    SaveDraft,
    StartDraft,
    SubmitDraft,
  ],
})
export class DraftsModule {}
