import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { MailboxController } from './mailbox.controller.js';
import { MailboxServer } from './mailbox-server.js';
import { MailboxStore } from './mailbox-store.js';
import { SMTP_ADDRESS } from './smtp-address.js';

/** The configured mail server, or in demo mode the one that fills the mailbox page. */
async function smtpAddress(config: Config, mailbox: MailboxServer): Promise<string | null> {
  if (config.mail.smtpUrl !== undefined) return config.mail.smtpUrl;
  return config.demo && config.role !== 'web' ? mailbox.start() : null;
}

@Module({
  controllers: [MailboxController],
  providers: [
    MailboxServer,
    MailboxStore,
    { provide: SMTP_ADDRESS, useFactory: smtpAddress, inject: [CONFIG, MailboxServer] },
  ],
  exports: [SMTP_ADDRESS],
})
export class MailboxModule {}
