import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProcedureFiles } from '#engine';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { zipOf } from '../exports/tables/zip-of.js';
import { contentDisposition } from '../files/file-name.js';
import { Endpoint } from '../http/endpoint.js';
import { openUpload } from '../http/open-upload.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { pdfPolicy } from '../http/security-headers.js';
import { folderLimits } from '../procedures/folder-path.js';
import { FormBundle } from '../procedures/procedure.dto.js';
import { BeginDraft } from './begin-draft.js';
import { ChangeDraft } from './change-draft.js';
import {
  BeginDraftRequest,
  BuilderDraft,
  ChangeDraftRequest,
  DraftBegun,
  DraftChanged,
  DraftHistory,
  DraftPreviewRequest,
  DraftSince,
  HistoryQuery,
  MailPreview,
  TrialMailSent,
  PlaceRequest,
  RestoreRequest,
} from './draft.dto.js';
import { DraftForm } from './draft-form.js';
import { DraftsQueries } from './drafts.queries.js';
import { KeepPlace } from './keep-place.js';
import { PreviewDocument } from './preview-document.js';
import { RemoveDraft } from './remove-draft.js';
import { RestoreDraft } from './restore-draft.js';
import { SendTrialMail } from './send-trial-mail.js';
import { readZip } from './zip-folder.js';

/** Drafts of procedures, as authors work on them. Nothing here changes what applicants see. */
@Controller()
export class BuilderDraftsController {
  constructor(
    private readonly queries: DraftsQueries,
    private readonly begin: BeginDraft,
    private readonly change: ChangeDraft,
    private readonly restore: RestoreDraft,
    private readonly remove: RemoveDraft,
    private readonly place: KeepPlace,
    private readonly form: DraftForm,
    private readonly preview: PreviewDocument,
    private readonly trial: SendTrialMail,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts',
    permit: 'office:write-drafts',
    summary: 'A new draft: blank, from a template, a procedure in force, another draft or a folder.',
    body: BeginDraftRequest,
    reply: DraftBegun,
    status: 201,
  })
  async beginDraft(@CurrentAsker() me: StaffAsker, @Body() body: BeginDraftRequest): Promise<DraftBegun> {
    return { draftId: orRefuse(await this.begin.run(me, body)) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts/from-zip',
    permit: 'office:write-drafts',
    summary: 'A new draft from the ZIP of a folder (multipart, one file).',
    reply: DraftBegun,
    status: 201,
  })
  async beginFromZip(@CurrentAsker() me: StaffAsker, @Req() request: FastifyRequest): Promise<DraftBegun> {
    const maxBytes = folderLimits.allBytes;
    const upload = await openUpload(request, maxBytes);
    if (!upload) throw new Refused(refuse('request-unreadable'));
    const chunks: Buffer[] = [];
    for await (const chunk of upload.content as AsyncIterable<Buffer>) chunks.push(chunk);
    if (upload.cut()) throw new Refused(refuse('draft-too-large'));
    const zip = await readZip(Buffer.concat(chunks));
    if (!zip.ok) throw new Refused(refuse(zip.code, { params: { file: zip.file } }));
    return {
      draftId: orRefuse(await this.begin.run(me, { from: { kind: 'folder', files: { ...zip.files } } })),
    };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/drafts/:id',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'A draft: its files, the version it was begun from, who else has it open.',
    reply: BuilderDraft,
  })
  async show(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<BuilderDraft> {
    return found(await this.queries.find(me, id));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts/:id/changes',
    permit: 'office:write-drafts',
    summary:
      'Keeps a change. On top of others’ changes it is performed anew, or refused: nothing is ever overwritten.',
    body: ChangeDraftRequest,
    reply: DraftChanged,
  })
  async changeDraft(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: ChangeDraftRequest,
  ): Promise<DraftChanged> {
    return orRefuse(await this.change.run(me, id, body));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/drafts/:id/since/:revision',
    permit: 'office:read-drafts',
    shows: 'nothing',
    params: { revision: /^\d{1,9}$/ },
    summary: 'Files that others have changed since a revision, and who has the draft open.',
    reply: DraftSince,
  })
  async since(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('revision') revision: string,
  ): Promise<DraftSince> {
    return found(await this.queries.since(me, id, Number(revision)));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts/:id/presence',
    permit: 'office:read-drafts',
    summary: 'A sign of life, every 10 seconds while the draft is open.',
    body: PlaceRequest,
    status: 204,
  })
  async keepPlace(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { place }: PlaceRequest,
  ): Promise<void> {
    orRefuse(await this.place.run(me, id, place));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/drafts/:id/history',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'Who changed what and when, the latest first.',
    query: HistoryQuery,
    reply: DraftHistory,
  })
  async history(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Query() { before }: HistoryQuery,
  ): Promise<DraftHistory> {
    return found(await this.queries.history(me, id, before === undefined ? null : Number(before)));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts/:id/restore',
    permit: 'office:write-drafts',
    summary: 'Makes the folder what it was at a revision, as a change that can be taken back itself.',
    body: RestoreRequest,
    reply: DraftChanged,
  })
  async restoreDraft(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { revision }: RestoreRequest,
  ): Promise<DraftChanged> {
    return orRefuse(await this.restore.run(me, id, revision));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/builder/drafts/:id',
    permit: 'office:write-drafts',
    summary: 'Throws a draft away. For 30 days it can be had back.',
    status: 204,
  })
  async removeDraft(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.remove.run(me, id));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts/:id/recover',
    permit: 'office:write-drafts',
    summary: 'Takes a draft back that was thrown away.',
    status: 204,
  })
  async recover(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.remove.recover(me, id));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/drafts/:id/form',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'The form of a draft as browsers fill it in, with the addresses of its validators.',
    reply: FormBundle,
  })
  async showForm(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<FormBundle> {
    return orRefuse(await this.form.bundle(await this.files(me, id)));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts/:id/preview/mail',
    permit: 'office:read-drafts',
    summary: 'A mail as the applicant of an example would get it.',
    body: DraftPreviewRequest,
    reply: MailPreview,
  })
  async previewMail(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: DraftPreviewRequest,
  ): Promise<MailPreview> {
    return orRefuse(this.preview.mail(await this.files(me, id), body));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts/:id/preview/mail/send',
    permit: 'office:read-drafts',
    summary: 'Sends that mail to the asker’s own address, a few times an hour.',
    body: DraftPreviewRequest,
    reply: TrialMailSent,
  })
  async sendTrial(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: DraftPreviewRequest,
  ): Promise<TrialMailSent> {
    const mail = orRefuse(this.preview.mail(await this.files(me, id), body));
    return orRefuse(await this.trial.run(me, mail));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts/:id/preview/notice',
    permit: 'office:read-drafts',
    summary: 'A notice as the applicant of an example would get it, as PDF, marked as a draft.',
    body: DraftPreviewRequest,
    reply: 'application/pdf',
  })
  async previewNotice(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: DraftPreviewRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title, pdf } = orRefuse(await this.preview.notice(await this.files(me, id), body));
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', contentDisposition('inline', `案_${title}.pdf`))
      .header('content-security-policy', pdfPolicy)
      .send(pdf);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/drafts/:id/folder.zip',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'The folder of a draft, byte for byte.',
    reply: 'application/zip',
  })
  async folder(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const draft = await this.queries.files(me, id);
    if (!draft) throw new Refused(refuse('not-found'));
    await reply
      .header('content-type', 'application/zip')
      .header('content-disposition', contentDisposition('attachment', `${draft.procedureId}.zip`))
      .send(zipOf(zipEntries(draft.procedureId, draft.files)));
  }

  private async files(me: StaffAsker, id: string): Promise<ProcedureFiles> {
    return found(await this.queries.files(me, id)).files;
  }
}

function zipEntries(procedureId: string, files: ProcedureFiles) {
  return Object.entries(files).map(([path, text]) => ({ name: `${procedureId}/${path}`, text }));
}

function found<T>(value: T | null): T {
  if (value === null) throw new Refused(refuse('not-found'));
  return value;
}
