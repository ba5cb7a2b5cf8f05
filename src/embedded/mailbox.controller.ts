import { Controller, Inject } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { Mailbox } from './mailbox.dto.js';
import { MailboxStore } from './mailbox-store.js';

@Controller()
export class MailboxController {
  constructor(
    private readonly store: MailboxStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/mailbox',
    permit: 'public',
    summary: 'Demo mode only: mails that were sent, newest first.',
    reply: Mailbox,
  })
  async show(): Promise<Mailbox> {
    if (!this.config.demo) throw new Refused(refuse('not-found'));
    return { mails: [...(await this.store.list())] };
  }
}
