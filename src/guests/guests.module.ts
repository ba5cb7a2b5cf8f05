import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { BeginAsGuest } from './begin-as-guest.js';
import { EnterAsGuest } from './enter-as-guest.js';
import { GuestsController } from './guests.controller.js';
import { IssueSecret } from './issue-secret.js';
import { LookUp } from './look-up.js';

@Module({
  imports: [AccessModule, AccountsModule, ProceduresModule],
  controllers: [GuestsController],
  providers: [BeginAsGuest, EnterAsGuest, IssueSecret, LookUp],
})
export class GuestsModule {}
