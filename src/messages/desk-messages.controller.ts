import { Body, Controller, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { openUpload } from '../http/open-upload.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { AttachToMessage } from './attach-to-message.js';
import { ConversationView, MessageFileView, SendMessageRequest, SettleRequest } from './message.dto.js';
import { MessagesQueries } from './messages.queries.js';
import { ReadMessages } from './read-messages.js';
import { RemoveMessageFile } from './remove-message-file.js';
import { SendMessage } from './send-message.js';
import { SettleConversation } from './settle-conversation.js';

@Controller()
export class DeskMessagesController {
  constructor(
    private readonly queries: MessagesQueries,
    private readonly send: SendMessage,
    private readonly read: ReadMessages,
    private readonly settle: SettleConversation,
    private readonly attach: AttachToMessage,
    private readonly remove: RemoveMessageFile,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/messages',
    permit: 'staff',
    shows: 'application',
    summary: 'What applicant and office have written to each other about an application.',
    reply: ConversationView,
  })
  async show(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<ConversationView> {
    const view = await this.queries.find(id, me);
    if (!view) throw new Refused(refuse('not-found'));
    return view;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/messages',
    permit: 'staff',
    summary:
      'Writes to the applicant, who gets a mail that a message waits. The same `key` again changes nothing.',
    body: SendMessageRequest,
    reply: ConversationView,
  })
  async sendMessage(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: SendMessageRequest,
  ): Promise<ConversationView> {
    orRefuse(await this.send.run(me, id, body));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/messages/read',
    permit: 'staff',
    summary: 'Records that the applicant’s messages were read by somebody who has the case.',
    status: 204,
  })
  async readMessages(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.read.run(me, id));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/messages/settle',
    permit: 'staff',
    summary:
      'The last message needs no answer; `close` ends the conversation about an application that has ended.',
    body: SettleRequest,
    reply: ConversationView,
  })
  async settleConversation(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { close }: SettleRequest,
  ): Promise<ConversationView> {
    orRefuse(await this.settle.run(me, id, close));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/messages/files',
    permit: 'staff',
    summary: 'Uploads one file (multipart part `file`) for a message that is being written.',
    reply: MessageFileView,
    status: 201,
  })
  async attachFile(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<MessageFileView> {
    if (!request.isMultipart()) throw new Refused(refuse('content-type-not-accepted'));
    return orRefuse(await this.attach.run(me, id, (maxBytes) => openUpload(request, maxBytes)));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/applications/:id/messages/files/:fileId',
    permit: 'staff',
    summary: 'Takes a file away from a message that was not sent.',
    status: 204,
  })
  async removeFile(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<void> {
    orRefuse(await this.remove.run(me, id, fileId));
  }
}
