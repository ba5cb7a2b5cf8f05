import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { BeginRegistration } from './begin-registration.js';
import { CompleteRegistration } from './complete-registration.js';
import { ConfirmMail } from './confirm-mail.js';
import { RegistrationController } from './registration.controller.js';
import { Registrations } from './registrations.queries.js';
import { ResendCode } from './resend-code.js';

@Module({
  imports: [AccessModule],
  controllers: [RegistrationController],
  exports: [CompleteRegistration],
  providers: [BeginRegistration, CompleteRegistration, ConfirmMail, Registrations, ResendCode],
})
export class AccountsModule {}
