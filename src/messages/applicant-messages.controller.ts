import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { FastifyRequest } from 'fastify';
import { type ApplicantAsker, CurrentAsker, ownRows } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { readTimeCursor, writeTimeCursor } from '../http/time-cursor.js';
import { Conversation } from './conversation.js';
import { ConversationList, ConversationView, MessageFileView, SendMessageRequest } from './message.dto.js';
import { MessagesQueries } from './messages.queries.js';

const pageSize = 20;

const PageQuery = Type.Object(
  { cursor: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
);

@Controller()
export class ApplicantMessagesController {
  constructor(
    private readonly queries: MessagesQueries,
    private readonly conversation: Conversation,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/messages',
    permit: 'applicant-or-guest',
    agents: 'filtered',
    summary:
      'Own conversations with the office, the latest message first; `next` is the cursor of the next page.',
    query: PageQuery,
    reply: ConversationList,
  })
  async list(
    @CurrentAsker() me: ApplicantAsker,
    @Query('cursor') cursor: string | undefined,
    @AskedLanguage() language: Language,
  ): Promise<ConversationList> {
    const found = await this.queries.list(ownRows(me), readTimeCursor(cursor), pageSize + 1, language);
    const conversations = found.slice(0, pageSize);
    const last = found.length > pageSize ? conversations.at(-1) : undefined;
    return { conversations, next: last ? writeTimeCursor(last.lastAt, last.applicationId) : null };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/applications/:id/messages',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'What was written about an own application.',
    reply: ConversationView,
  })
  show(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ConversationView> {
    return this.conversation.show(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/applications/:id/messages',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'Writes to the office about an own application. The same `key` again changes nothing.',
    body: SendMessageRequest,
    reply: ConversationView,
  })
  sendMessage(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() body: SendMessageRequest,
    @AskedLanguage() language: Language,
  ): Promise<ConversationView> {
    return this.conversation.send(me, id, body, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/applications/:id/messages/read',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'Records that the office’s messages were read.',
    status: 204,
  })
  readMessages(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<void> {
    return this.conversation.read(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/applications/:id/messages/files',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'Uploads one file (multipart part `file`) for a message that is being written.',
    reply: MessageFileView,
    status: 201,
  })
  attachFile(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<MessageFileView> {
    return this.conversation.attach(me, id, request);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/applications/:id/messages/files/:fileId',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'Takes a file away from a message that was not sent.',
    status: 204,
  })
  removeFile(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<void> {
    return this.conversation.remove(me, id, fileId);
  }
}
