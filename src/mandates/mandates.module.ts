import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { AnswerInvitation } from './answer-invitation.js';
import { InviteAgent } from './invite-agent.js';
import { MandatesController } from './mandates.controller.js';
import { MandatesQueries } from './mandates.queries.js';
import { RevokeMandate } from './revoke-mandate.js';

@Module({
  imports: [AccessModule, ProceduresModule],
  controllers: [MandatesController],
  providers: [AnswerInvitation, InviteAgent, MandatesQueries, RevokeMandate],
})
export class MandatesModule {}
