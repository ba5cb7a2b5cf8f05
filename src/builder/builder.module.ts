import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { BeginDraft } from './begin-draft.js';
import { BuilderNewsController } from './builder-news.controller.js';
import { BuilderQueries } from './builder.queries.js';
import { ChangeDraft } from './change-draft.js';
import { DraftForm } from './draft-form.js';
import { BuilderDraftsController } from './drafts.controller.js';
import { DraftsQueries } from './drafts.queries.js';
import { JudgedDrafts } from './judged-drafts.js';
import { KeepPlace } from './keep-place.js';
import { PreviewDocument } from './preview-document.js';
import { ProcedureListController } from './procedure-list.controller.js';
import { RemoveDraft } from './remove-draft.js';
import { SendTrialMail } from './send-trial-mail.js';
import { RestoreDraft } from './restore-draft.js';

/** Procedures while they are written. */
@Module({
  imports: [NoticesModule, ProceduresModule],
  controllers: [BuilderDraftsController, BuilderNewsController, ProcedureListController],
  providers: [
    BeginDraft,
    BuilderQueries,
    ChangeDraft,
    DraftForm,
    DraftsQueries,
    JudgedDrafts,
    KeepPlace,
    PreviewDocument,
    RemoveDraft,
    RestoreDraft,
    SendTrialMail,
  ],
  exports: [BeginDraft, DraftForm, DraftsQueries],
})
export class BuilderModule {}
