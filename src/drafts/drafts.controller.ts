import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { openUpload } from '../http/open-upload.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { AttachFile } from './attach-file.js';
import { DiscardDraft } from './discard-draft.js';
import {
  AttachmentView,
  DraftList,
  DraftView,
  Receipt,
  SavedDraft,
  SaveDraftRequest,
  StartDraftRequest,
  SubmitDraftRequest,
} from './draft.dto.js';
import { DraftsQueries } from './drafts.queries.js';
import { RemoveAttachment } from './remove-attachment.js';
import { SaveDraft } from './save-draft.js';
import { StartDraft } from './start-draft.js';
import { SubmitDraft } from './submit-draft.js';

const AttachmentQuery = Type.Object(
  { field: Type.String({ minLength: 1, maxLength: 300 }) },
  { additionalProperties: false },
);

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
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/drafts',
    permit: 'applicant',
    summary: 'Starts a draft of the version in force.',
    body: StartDraftRequest,
    reply: DraftView,
    status: 201,
  })
  async startDraft(
    @CurrentAsker() me: ApplicantAsker,
    @Body() { procedureId, siteId }: StartDraftRequest,
    @AskedLanguage() language: Language,
  ): Promise<DraftView> {
    return this.view(me, orRefuse(await this.start.run(me.id, procedureId, siteId)), language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/drafts',
    permit: 'applicant',
    summary: 'Own open drafts, last saved first.',
    reply: DraftList,
  })
  list(@CurrentAsker() me: ApplicantAsker, @AskedLanguage() language: Language): Promise<DraftList> {
    return this.queries.list(me.id, language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/drafts/:id',
    permit: 'applicant',
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
    permit: 'applicant',
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
    permit: 'applicant',
    summary: 'Deletes a draft that was not submitted.',
    status: 204,
  })
  async discardDraft(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.discard.run(me.id, id));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/attachments',
    permit: 'applicant',
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
    if (!request.isMultipart()) throw new Refused(refuse('content-type-not-accepted'));
    return orRefuse(await this.attach.run(me.id, id, field, (maxBytes) => openUpload(request, maxBytes)));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/drafts/:id/attachments/:attachmentId',
    permit: 'applicant',
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
    permit: 'applicant',
    summary: 'Submits a draft. Repeating the request gives the same receipt (200).',
    body: SubmitDraftRequest,
    reply: Receipt,
    status: 201,
  })
  async submitDraft(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() body: SubmitDraftRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    const { isNew, receipt } = orRefuse(await this.submit.run(me, id, body));
    void reply.status(isNew ? 201 : 200);
    return receipt;
  }

  private async view(me: ApplicantAsker, id: string, language: Language): Promise<DraftView> {
    const view = await this.queries.view(id, me.id, language);
    if (!view) throw new Refused(refuse('not-found'));
    return view;
  }
}
