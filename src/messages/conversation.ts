import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ApplicantAsker, StaffAsker } from '../access/asker.js';
import type { Language } from '../http/language.js';
import { uploadOf } from '../http/open-upload.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { AttachToMessage } from './attach-to-message.js';
import type { ConversationView, MessageFileView, SendMessageRequest } from './message.dto.js';
import { MessagesQueries } from './messages.queries.js';
import { ReadMessages } from './read-messages.js';
import { RemoveMessageFile } from './remove-message-file.js';
import { SendMessage } from './send-message.js';

type Writer = ApplicantAsker | StaffAsker;

/**
 * What either side does with the conversation about an application. For controllers: each throws the refusal, also where
 * the application is out of the writer's reach.
 */
@Injectable()
export class Conversation {
  constructor(
    private readonly queries: MessagesQueries,
    private readonly sending: SendMessage,
    private readonly reading: ReadMessages,
    private readonly attaching: AttachToMessage,
    private readonly removing: RemoveMessageFile,
  ) {}

  async show(me: Writer, applicationId: string, language?: Language): Promise<ConversationView> {
    const view = await this.queries.find(applicationId, me, language);
    if (!view) throw new Refused(refuse('not-found'));
    return view;
  }

  async send(
    me: Writer,
    applicationId: string,
    message: SendMessageRequest,
    language?: Language,
  ): Promise<ConversationView> {
    orRefuse(await this.sending.run(me, applicationId, message));
    return this.show(me, applicationId, language);
  }

  async read(me: Writer, applicationId: string): Promise<void> {
    orRefuse(await this.reading.run(me, applicationId));
  }

  async attach(me: Writer, applicationId: string, request: FastifyRequest): Promise<MessageFileView> {
    return orRefuse(await this.attaching.run(me, applicationId, uploadOf(request)));
  }

  async remove(me: Writer, applicationId: string, fileId: string): Promise<void> {
    orRefuse(await this.removing.run(me, applicationId, fileId));
  }
}
