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
import { OpenNotice } from './open-notice.js';
import { OwedNotices } from './owed-notices.js';
import { RequeueLost } from './requeue-lost.js';
import { TypstRenderer } from './typst/typst-renderer.js';

function smtpMailer({ mail }: Config, url: string | null): Mailer {
  return new SmtpMailer({ url, from: mail.from, perSecond: mail.perSecond });
}

@Module({
  imports: [FilesModule, JobsModule, MailboxModule, ProceduresModule, ReadingsModule],
  controllers: [NoticesController],
  providers: [
    DeliverAccountMail,
    DeliverAnchor,
    DeliverMessage,
    ForgetAccountMails,
    DeliverMessageMail,
    IssueNotice,
    NoticesQueries,
    OpenNotice,
    OwedNotices,
    RequeueLost,
    { provide: Mailer, useFactory: smtpMailer, inject: [CONFIG, SMTP_ADDRESS] },
    { provide: NoticeRenderer, useFactory: () => new TypstRenderer() },
  ],
  exports: [Mailer, NoticeRenderer],
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
