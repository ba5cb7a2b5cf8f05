import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { MailboxModule } from '../embedded/mailbox.module.js';
import { SMTP_ADDRESS } from '../embedded/smtp-address.js';
import { FilesModule } from '../files/files.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { ProceduresModule } from '../procedures/procedures.module.js';
import { ReadingsModule } from '../readings/readings.module.js';
import { DeliverAccountMail } from './account-mail/deliver-account-mail.js';
import { ForgetAccountMails } from './account-mail/forget-account-mails.js';
import { DeliverAnchor } from './anchor-mail/deliver-anchor.js';
import { DeliverMessage } from './deliver-message.js';
import { IssueNotice } from './issue-notice.js';
import { Mailer } from './mail/mailer.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { DeliverMessageMail } from './message-mail/deliver-message-mail.js';
import { NoticeRenderer } from './notice-renderer.js';
import { NoticesController } from './notices.controller.js';
import { NoticesQueries } from './notices.queries.js';
import { SendOwed } from './mail/send-owed.js';
import { DeliverOpinionMail } from './opinion-mail/deliver-opinion-mail.js';
import { OpenNotice } from './open-notice.js';
import { DeliverTrialMail } from './trial-mail/deliver-trial-mail.js';
import { DeliverReminder } from './reminder/deliver-reminder.js';
import { OwedNotices } from './owed-notices.js';
import { AskRevocation } from './proofs/ask-revocation.js';
import { BeginProof } from './proofs/begin-proof.js';
import { DecideRevocation } from './proofs/decide-revocation.js';
import { JudgeFile } from './proofs/judge-file.js';
import { NoticeTrust } from './proofs/notice-trust.js';
import { ProofsController } from './proofs/proofs.controller.js';
import { ProofsQueries } from './proofs/proofs.queries.js';
import { RequeueLost } from './requeue-lost.js';
import { SignaturesModule } from '../signatures/signatures.module.js';
import { TestAuthority } from '../signatures/test-authority.js';
import { DemoSigner, NoSigner } from './signing/demo-signer.js';
import { FileSigner } from './signing/file-signer.js';
import { NoticeSigner } from './signing/notice-signer.js';
import { TypstRenderer } from './typst/typst-renderer.js';

function smtpMailer({ mail }: Config, url: string | null): Mailer {
  const { from, perSecond, perDomain, bounceAddress } = mail;
  return new SmtpMailer({ url, from, perSecond, perDomain, bounceAddress });
}

function noticeSigner({ noticeSigning }: Config, test: TestAuthority): NoticeSigner {
  if (noticeSigning) return new FileSigner(noticeSigning);
  return test.isThere ? new DemoSigner(test) : new NoSigner();
}

@Module({
  imports: [FilesModule, JobsModule, MailboxModule, ProceduresModule, ReadingsModule, SignaturesModule],
  controllers: [NoticesController, ProofsController],
  providers: [
    AskRevocation,
    BeginProof,
    DecideRevocation,
    JudgeFile,
    NoticeTrust,
    ProofsQueries,
    DeliverAccountMail,
    DeliverAnchor,
    DeliverMessage,
    ForgetAccountMails,
    DeliverMessageMail,
    DeliverOpinionMail,
    DeliverReminder,
    DeliverTrialMail,
    IssueNotice,
    NoticesQueries,
    OpenNotice,
    OwedNotices,
    RequeueLost,
    SendOwed,
    { provide: Mailer, useFactory: smtpMailer, inject: [CONFIG, SMTP_ADDRESS] },
    { provide: NoticeSigner, useFactory: noticeSigner, inject: [CONFIG, TestAuthority] },
    { provide: NoticeRenderer, useFactory: () => new TypstRenderer() },
  ],
  exports: [Mailer, NoticeRenderer, SendOwed],
})
export class NoticesModule implements OnApplicationShutdown {
  constructor(
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(NoticeRenderer) private readonly renderer: NoticeRenderer,
  ) {}

  /** Jobs have ended by now. */
  async onApplicationShutdown(): Promise<void> {
    this.mailer.close();
    await this.renderer.close();
  }
}
