import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AccountController } from './account.controller.js';
import { AccountsQueries } from './accounts.queries.js';
import { AddApplicant } from './add-applicant.js';
import { BeginMailChange } from './begin-mail-change.js';
import { BeginPasswordReset } from './begin-password-reset.js';
import { BeginRegistration } from './begin-registration.js';
import { BegunByMail } from './begun-by-mail.js';
import { ChangePassword } from './change-password.js';
import { ChooseNotices } from './choose-notices.js';
import { ChooseLanguage } from './choose-language.js';
import { ChooseNews } from './choose-news.js';
import { CloseAccount } from './close-account.js';
import { CompleteMailChange } from './complete-mail-change.js';
import { CompletePasswordReset } from './complete-password-reset.js';
import { CompleteRegistration } from './complete-registration.js';
import { ConfirmMail } from './confirm-mail.js';
import { EditProfile } from './edit-profile.js';
import { MailChangeController } from './mail-change.controller.js';
import { MailProofs } from './mail-proofs.queries.js';
import { PasswordResetController } from './password-reset.controller.js';
import { RegistrationController } from './registration.controller.js';
import { ResendCode } from './resend-code.js';

@Module({
  imports: [AccessModule],
  controllers: [AccountController, MailChangeController, PasswordResetController, RegistrationController],
  exports: [BegunByMail, CompleteRegistration, ConfirmMail, MailProofs],
  providers: [
    AccountsQueries,
    AddApplicant,
    BeginMailChange,
    BeginPasswordReset,
    BeginRegistration,
    BegunByMail,
    ChangePassword,
    ChooseLanguage,
    ChooseNews,
    ChooseNotices,
    CloseAccount,
    CompleteMailChange,
    CompletePasswordReset,
    CompleteRegistration,
    ConfirmMail,
    EditProfile,
    MailProofs,
    ResendCode,
  ],
})
export class AccountsModule {}
