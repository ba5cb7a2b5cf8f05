import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { DeskFileView } from '../desk-files/desk-file.dto.js';
import { KeepDeskFile } from '../desk-files/keep-desk-file.js';
import { AttachFile } from '../drafts/attach-file.js';
import { DiscardDraft } from '../drafts/discard-draft.js';
import {
  AttachmentQuery,
  AttachmentView,
  Receipt,
  SavedDraft,
  SaveDraftRequest,
} from '../drafts/draft.dto.js';
import { RemoveAttachment } from '../drafts/remove-attachment.js';
import { SaveDraft } from '../drafts/save-draft.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { uploadOf } from '../http/open-upload.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { BeginPaper } from './begin-paper.js';
import { ChangeArrival } from './change-arrival.js';
import {
  BeginPaperRequest,
  BegunPaper,
  PaperArrivalRequest,
  PaperDesk,
  PaperDraftView,
  SubmitPaperRequest,
} from './paper.dto.js';
import { type PaperRow, PapersReceived } from './papers-received.queries.js';
import { RememberReader } from './remember-reader.js';
import { RemoveScan } from './remove-scan.js';
import { SubmitPaper } from './submit-paper.js';

/** 代理入力: officials key in what arrives on paper. A colleague goes on where another has stopped. */
@Controller()
export class PaperController {
  constructor(
    private readonly papers: PapersReceived,
    private readonly begin: BeginPaper,
    private readonly save: SaveDraft,
    private readonly arrival: ChangeArrival,
    private readonly discard: DiscardDraft,
    private readonly attach: AttachFile,
    private readonly remove: RemoveAttachment,
    private readonly keep: KeepDeskFile,
    private readonly removeScan: RemoveScan,
    private readonly submit: SubmitPaper,
    private readonly seen: RememberReader,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/paper',
    permit: 'staff',
    summary:
      'Procedures whose papers the official keys in, papers that are begun, and how many letters wait.',
    reply: PaperDesk,
  })
  desk(@CurrentAsker() me: StaffAsker, @AskedLanguage() language: Language): Promise<PaperDesk> {
    return this.papers.desk(me, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/paper',
    permit: 'staff',
    summary: 'Begins to key in an application that arrived on paper.',
    body: BeginPaperRequest,
    reply: BegunPaper,
    status: 201,
  })
  async beginPaper(@CurrentAsker() me: StaffAsker, @Body() body: BeginPaperRequest): Promise<BegunPaper> {
    return { id: orRefuse(await this.begin.run(me, body)) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/paper/:id',
    permit: 'staff',
    shows: 'draft',
    summary: 'A paper that is being keyed in.',
    reply: PaperDraftView,
  })
  async show(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<PaperDraftView> {
    const view = await this.papers.view(id, me, language);
    if (!view) throw new Refused(refuse('not-found'));
    await this.seen.run(me.id, id);
    return view;
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/paper/:id',
    permit: 'staff',
    summary: 'Saves unfinished answers.',
    body: SaveDraftRequest,
    reply: SavedDraft,
  })
  async saveAnswers(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: SaveDraftRequest,
  ): Promise<SavedDraft> {
    const { applicant_id } = await this.mine(me, id);
    await this.seen.run(me.id, id);
    return orRefuse(await this.save.run(applicant_id, id, body));
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/paper/:id/arrival',
    permit: 'staff',
    summary: 'Mends the day and the way of arrival.',
    body: PaperArrivalRequest,
    reply: PaperDraftView,
  })
  async changeArrival(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: PaperArrivalRequest,
    @AskedLanguage() language: Language,
  ): Promise<PaperDraftView> {
    orRefuse(await this.arrival.run(me, id, body));
    return this.show(me, id, language);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/paper/:id',
    permit: 'staff',
    summary: 'Throws away what was keyed in and not submitted, with its scans.',
    status: 204,
  })
  async discardPaper(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<void> {
    const { applicant_id } = await this.mine(me, id);
    orRefuse(await this.discard.run(applicant_id, id));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/paper/:id/attachments',
    permit: 'staff',
    summary: 'Takes one file (multipart part `file`) for the question `?field=documents.permit_copy`.',
    query: AttachmentQuery,
    reply: AttachmentView,
    status: 201,
  })
  async attachFile(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Query('field') field: string,
    @Req() request: FastifyRequest,
  ): Promise<AttachmentView> {
    const { applicant_id } = await this.mine(me, id);
    return orRefuse(await this.attach.run(applicant_id, id, field, uploadOf(request)));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/paper/:id/attachments/:attachmentId',
    permit: 'staff',
    summary: 'Takes a file away from a question.',
    status: 204,
  })
  async removeAttachment(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('attachmentId') attachmentId: string,
  ): Promise<void> {
    const { applicant_id } = await this.mine(me, id);
    orRefuse(await this.remove.run(applicant_id, id, attachmentId));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/paper/:id/scans',
    permit: 'staff',
    summary: 'Takes a scan of the paper (multipart part `file`): PDF or picture.',
    reply: DeskFileView,
    status: 201,
  })
  async addScan(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<DeskFileView> {
    const { draft_id } = await this.mine(me, id);
    const kept = { column: 'paper_draft_id', id: draft_id, staffId: me.id } as const;
    return orRefuse(await this.keep.run(kept, uploadOf(request)));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/paper/:id/scans/:fileId',
    permit: 'staff',
    summary: 'Takes a scan away.',
    status: 204,
  })
  async dropScan(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<void> {
    orRefuse(await this.removeScan.run(me, id, fileId));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/paper/:id/submit',
    permit: 'staff',
    summary:
      'Submits what was keyed in, as of its day of arrival. Repeating the request gives the same receipt.',
    body: SubmitPaperRequest,
    reply: Receipt,
  })
  async submitPaper(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: SubmitPaperRequest,
  ): Promise<Receipt> {
    return orRefuse(await this.submit.run(me, id, body)).receipt;
  }

  private async mine(me: StaffAsker, id: string): Promise<PaperRow> {
    const paper = await this.papers.find(id, me);
    if (!paper) throw new Refused(refuse('not-found'));
    return paper;
  }
}
