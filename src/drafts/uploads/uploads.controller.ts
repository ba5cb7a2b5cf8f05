import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApplicantAsker, CurrentAsker } from '../../access/asker.js';
import { Endpoint } from '../../http/endpoint.js';
import { orRefuse, Refused, refuse } from '../../http/refusal.js';
import { AttachmentView } from '../draft.dto.js';
import { BeginUpload } from './begin-upload.js';
import { CancelUpload } from './cancel-upload.js';
import { FinishUpload } from './finish-upload.js';
import { readUpload, uploadView } from './locked-upload.js';
import { ReceivePiece } from './receive-piece.js';
import { BeginUploadRequest, UploadView } from './upload.dto.js';

const PieceQuery = Type.Object(
  { offset: Type.String({ pattern: '^(0|[1-9][0-9]{0,9})$' }) },
  { additionalProperties: false },
);

/** Files in pieces: what has come stays when the line drops, the page is closed or the session ends. */
@Controller()
export class UploadsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly begin: BeginUpload,
    private readonly receive: ReceivePiece,
    private readonly finish: FinishUpload,
    private readonly cancel: CancelUpload,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/drafts/:id/uploads',
    permit: 'applicant-or-guest',
    agents: 'draft',
    summary: 'Begins to send a file in pieces. Repeating the request tells how far it has come (200).',
    body: BeginUploadRequest,
    reply: UploadView,
    status: 201,
  })
  async beginUpload(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') draftId: string,
    @Body() body: BeginUploadRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    const { isNew, upload } = orRefuse(await this.begin.run(me.id, draftId, body));
    void reply.status(isNew ? 201 : 200);
    return upload;
  }

  @Endpoint({
    method: 'GET',
    path: '/api/uploads/:id',
    permit: 'applicant-or-guest',
    agents: 'upload',
    summary: 'How far an own upload has come.',
    reply: UploadView,
  })
  async show(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<UploadView> {
    const upload = await readUpload(this.dataSource, id, me.id);
    if (!upload) throw new Refused(refuse('not-found'));
    return uploadView(upload);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/uploads/:id/content',
    permit: 'applicant-or-guest',
    agents: 'upload',
    summary: 'The next piece, from byte `?offset=` on. One that came before changes nothing.',
    query: PieceQuery,
    content: 'application/octet-stream',
    reply: UploadView,
  })
  async receivePiece(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Query('offset') offset: string,
    @Body() piece: Buffer,
  ): Promise<UploadView> {
    return orRefuse(await this.receive.run(me.id, id, Number(offset), piece));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/uploads/:id/finish',
    permit: 'applicant-or-guest',
    agents: 'upload',
    summary:
      'Makes an attachment of an upload that has come whole. Repeating the request gives the same (200).',
    reply: AttachmentView,
    status: 201,
  })
  async finishUpload(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttachmentView> {
    const { isNew, attachment } = orRefuse(await this.finish.run(me.id, id));
    void reply.status(isNew ? 201 : 200);
    return attachment;
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/uploads/:id',
    permit: 'applicant-or-guest',
    agents: 'upload',
    summary: 'Throws away an upload that is not finished.',
    status: 204,
  })
  async cancelUpload(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.cancel.run(me.id, id));
  }
}
