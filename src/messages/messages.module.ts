import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ReadingsModule } from '../readings/readings.module.js';
import { ApplicantMessagesController } from './applicant-messages.controller.js';
import { AttachToMessage } from './attach-to-message.js';
import { Conversation } from './conversation.js';
import { DeskMessagesController } from './desk-messages.controller.js';
import { MessageFilesController } from './message-files.controller.js';
import { MessagesQueries } from './messages.queries.js';
import { ReadMessages } from './read-messages.js';
import { RemoveMessageFile } from './remove-message-file.js';
import { SendMessage } from './send-message.js';
import { SettleConversation } from './settle-conversation.js';

@Module({
  imports: [FilesModule, ProceduresModule, ReadingsModule],
  controllers: [ApplicantMessagesController, DeskMessagesController, MessageFilesController],
  providers: [
    AttachToMessage,
    Conversation,
    MessagesQueries,
    ReadMessages,
    RemoveMessageFile,
    SendMessage,
    SettleConversation,
  ],
  exports: [AttachToMessage, SendMessage],
})
export class MessagesModule {}
