import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { DeskFileView } from '../desk-files/desk-file.dto.js';
import { FileStore } from '../files/file-store.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { uploadOf } from '../http/open-upload.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { sendUploaded, UploadedFileQuery } from '../http/send-uploaded.js';
import { RecordReading } from '../readings/record-reading.js';
import { AnswerOpinion } from './answer-opinion.js';
import { ClaimOpinion } from './claim-opinion.js';
import { KeepOpinionFile } from './keep-opinion-file.js';
import { OpinionListQueries } from './opinion-list.queries.js';
import {
  AnswerOpinionRequest,
  ClaimOpinionRequest,
  OpinionList,
  type OpinionQueue,
  OpinionsQuery,
  OpinionView,
} from './opinion.dto.js';
import { OpinionsQueries } from './opinions.queries.js';

/** 意見照会, for the office that is asked. */
@Controller()
export class OpinionsController {
  constructor(
    private readonly queries: OpinionsQueries,
    private readonly lists: OpinionListQueries,
    private readonly claim: ClaimOpinion,
    private readonly answer: AnswerOpinion,
    private readonly file: KeepOpinionFile,
    private readonly store: FileStore,
    private readonly reading: RecordReading,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/opinions',
    permit: 'staff',
    shows: 'list',
    summary:
      'Opinions asked of the official’s office: `?queue=mine`, `office` (the default), `overdue`, `ended`; or `asked` by the official.',
    query: OpinionsQuery,
    reply: OpinionList,
  })
  list(
    @CurrentAsker() me: StaffAsker,
    @Query('queue') queue: OpinionQueue | undefined,
    @Query('cursor') cursor: string | undefined,
    @AskedLanguage() language: Language,
  ): Promise<OpinionList> {
    return this.lists.list(me, queue ?? 'office', cursor, language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/opinions/:id',
    permit: 'staff',
    shows: 'list',
    summary: 'An opinion asked of the official’s office, with the answers that are shared and no others.',
    reply: OpinionView,
  })
  async show(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<OpinionView> {
    const found = await this.queries.find(id, me, language);
    if (!found) throw new Refused(refuse('not-found'));
    // Nothing of the applicant's is on it otherwise.
    if (found.view.pages !== null) await this.reading.run(me, found.application);
    return found.view;
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/opinions/:id/attachments/:attachmentId/content',
    permit: 'staff',
    shows: 'list',
    summary: 'A file of the applicant’s that is shared with the office; `?inline=1` to look at it in place.',
    query: UploadedFileQuery,
    reply: 'application/octet-stream',
  })
  async content(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('attachmentId') attachmentId: string,
    @Query('inline') inline: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.queries.sharedFile(id, attachmentId, me);
    if (!file) throw new Refused(refuse('not-found'));
    await this.reading.run(me, file.application);
    await sendUploaded(reply, this.store, file, inline);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/opinions/:id/claim',
    permit: 'staff',
    summary: 'Says who of the asked office answers: `me`, a colleague, or nobody yet.',
    body: ClaimOpinionRequest,
    reply: OpinionView,
  })
  async claimOpinion(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { assigneeId }: { assigneeId: string | null },
    @AskedLanguage() language: Language,
  ): Promise<OpinionView> {
    orRefuse(await this.claim.run(me, id, assigneeId));
    return this.show(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/opinions/:id/files',
    permit: 'staff',
    summary: 'Takes a file (multipart part `file`) for the answer.',
    reply: DeskFileView,
    status: 201,
  })
  async addFile(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<DeskFileView> {
    return orRefuse(await this.file.run(me, id, uploadOf(request)));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/opinions/:id/files/:fileId',
    permit: 'staff',
    summary: 'Takes a file away from an answer that is not given yet.',
    status: 204,
  })
  async removeFile(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<void> {
    orRefuse(await this.file.remove(me, id, fileId));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/opinions/:id/answer',
    permit: 'staff',
    summary: 'Gives the opinion, which stands as it is given.',
    body: AnswerOpinionRequest,
    reply: OpinionView,
  })
  async giveAnswer(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: AnswerOpinionRequest,
    @AskedLanguage() language: Language,
  ): Promise<OpinionView> {
    orRefuse(await this.answer.run(me, id, body));
    return this.show(me, id, language);
  }
}
