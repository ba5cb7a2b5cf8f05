import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApplicantAsker, CurrentAsker, ownRows } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { uploadOf } from '../http/open-upload.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { AttachFile } from './attach-file.js';
import { CarryTypedAnswers } from './carry-typed-answers.js';
import { DiscardDraft } from './discard-draft.js';
import {
  AttachmentQuery,
  AttachmentView,
  CarriedAnswers,
  CarryRequest,
  DraftList,
  DraftView,
  MoveDraftRequest,
  OnceCheck,
  OnceCheckRequest,
  Receipt,
  SavedDraft,
  SaveDraftRequest,
  StartDraftRequest,
  SubmitDraftRequest,
} from './draft.dto.js';
import { DraftsQueries } from './drafts.queries.js';
import { MoveDraft } from './move-draft.js';
import { OnceQueries } from './once.queries.js';
import { RemoveAttachment } from './remove-attachment.js';
import { SaveDraft } from './save-draft.js';
import { StartDraft } from './start-draft.js';
import { SubmitDraft } from './submit-draft.js';

@Controller()
export class DraftsController {
  constructor(
    private readonly queries: DraftsQueries,
    private readonly start: StartDraft,
    private readonly save: SaveDraft,
    private readonly discard: DiscardDraft,
    private readonly attach: AttachFile,
    private readonly remove: RemoveAttachment,
    private readonly submit: SubmitDraft,
    private readonly move: MoveDraft,
    private readonly carry: CarryTypedAnswers,
    private readonly once: OnceQueries,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/drafts',
    permit: 'applicant-or-guest',
    agents: 'filtered',
    summary: 'Starts a draft of the version in force, or gives the one that is open already (200).',
    body: StartDraftRequest,
    reply: DraftView,
    status: 201,
  })
  async startDraft(
    @CurrentAsker() me: ApplicantAsker,
    @Body() { procedureId, another = false, ...wishes }: StartDraftRequest,
    @AskedLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftView> {
    if (me.guestOf !== null && me.guestOf !== procedureId) throw new Refused(refuse('guest-elsewhere'));
    if (me.mandate && (me.mandate.procedureId !== procedureId || me.mandate.applicationId !== null)) {
      throw new Refused(refuse('not-for-agents'));
    }
    const withoutSites = me.mandate !== null;
    const { draftId, isNew } = orRefuse(
      await this.start.run(me.id, procedureId, { ...wishes, another, withoutSites }),
    );
    void reply.status(isNew ? 201 : 200);
    return this.view(me, draftId, language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/drafts',
    permit: 'applicant-or-guest',
    agents: 'filtered',
    summary: 'Own open drafts, last saved first.',
    reply: DraftList,
  })
  list(@CurrentAsker() me: ApplicantAsker, @AskedLanguage() language: Language): Promise<DraftList> {
    return this.queries.list(ownRows(me), language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/drafts/:id',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'One own draft.',
    reply: DraftView,
  })
  show(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<DraftView> {
    return this.view(me, id, language);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/drafts/:id',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'Saves unfinished answers.',
    body: SaveDraftRequest,
    reply: SavedDraft,
  })
  async saveDraft(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() body: SaveDraftRequest,
  ): Promise<SavedDraft> {
    return orRefuse(await this.save.run(me.id, id, body));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/drafts/:id',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'Deletes a draft that was not submitted.',
    status: 204,
  })
  async discardDraft(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.discard.run(me.id, id));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/attachments',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'Uploads one file (multipart part `file`) for the field `?field=documents.permit_copy`.',
    query: AttachmentQuery,
    reply: AttachmentView,
    status: 201,
  })
  async attachFile(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Query('field') field: string,
    @Req() request: FastifyRequest,
  ): Promise<AttachmentView> {
    return orRefuse(await this.attach.run(me.id, id, field, uploadOf(request)));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/drafts/:id/attachments/:attachmentId',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'Takes a file away from an open draft.',
    status: 204,
  })
  async removeAttachment(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Param('attachmentId') attachmentId: string,
  ): Promise<void> {
    orRefuse(await this.remove.run(me.id, id, attachmentId));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/submit',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'Submits a draft. Repeating the request gives the same receipt (200).',
    body: SubmitDraftRequest,
    reply: Receipt,
    status: 201,
  })
  async submitDraft(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() body: SubmitDraftRequest,
    @AskedLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    if (me.mandate && body.saveSite === true) throw new Refused(refuse('not-for-agents'));
    const { isNew, receipt } = orRefuse(await this.submit.run(me, id, body));
    void reply.status(isNew ? 201 : 200);
    if (language === 'ja') return receipt;
    return { ...receipt, procedureTitle: (await this.view(me, id, language)).procedureTitle };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/move',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'Brings a draft to the version in force with its answers, or notes that it keeps its own.',
    body: MoveDraftRequest,
    reply: DraftView,
  })
  async moveDraft(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() { revision }: MoveDraftRequest,
    @AskedLanguage() language: Language,
  ): Promise<DraftView> {
    orRefuse(await this.move.run(me.id, id, revision));
    return this.view(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/carry',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'Answers typed for an earlier version, as the version of the draft has them. Stores nothing.',
    body: CarryRequest,
    reply: CarriedAnswers,
  })
  async carryAnswers(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() { versionHash, sets }: CarryRequest,
  ): Promise<CarriedAnswers> {
    return { sets: [...orRefuse(await this.carry.run(me.id, id, versionHash, sets))] };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/once-check',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary:
      'Whether what may be applied for once is applied for already, by these answers or the saved ones.',
    body: OnceCheckRequest,
    reply: OnceCheck,
  })
  async checkOnce(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() { answers }: OnceCheckRequest,
  ): Promise<OnceCheck> {
    const check = await this.once.check(id, me.id, answers);
    if (!check) throw new Refused(refuse('not-found'));
    return check;
  }

  private async view(me: ApplicantAsker, id: string, language: Language): Promise<DraftView> {
    const view = await this.queries.view(id, me, language);
    if (!view) throw new Refused(refuse('not-found'));
    return view;
  }
}
