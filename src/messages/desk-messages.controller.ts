import { Body, Controller, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse } from '../http/refusal.js';
import { Conversation } from './conversation.js';
import { ConversationView, MessageFileView, SendMessageRequest, SettleRequest } from './message.dto.js';
import { SettleConversation } from './settle-conversation.js';

@Controller()
export class DeskMessagesController {
  constructor(
    private readonly conversation: Conversation,
    private readonly settle: SettleConversation,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/messages',
    permit: 'staff',
    shows: 'application',
    summary: 'What applicant and office have written to each other about an application.',
    reply: ConversationView,
  })
  show(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<ConversationView> {
    return this.conversation.show(me, id);
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
  sendMessage(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: SendMessageRequest,
  ): Promise<ConversationView> {
    return this.conversation.send(me, id, body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/messages/read',
    permit: 'staff',
    summary: 'Records that the applicant’s messages were read by somebody who has the case.',
    status: 204,
  })
  readMessages(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<void> {
    return this.conversation.read(me, id);
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
    return this.conversation.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/messages/files',
    permit: 'staff',
    summary: 'Uploads one file (multipart part `file`) for a message that is being written.',
    reply: MessageFileView,
    status: 201,
  })
  attachFile(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<MessageFileView> {
    return this.conversation.attach(me, id, request);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/applications/:id/messages/files/:fileId',
    permit: 'staff',
    summary: 'Takes a file away from a message that was not sent.',
    status: 204,
  })
  removeFile(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<void> {
    return this.conversation.remove(me, id, fileId);
  }
}
