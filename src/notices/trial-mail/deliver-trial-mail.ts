import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OnJob } from '../../jobs/on-job.js';
import { afterSending } from '../mail/after-sending.js';
import { Mailer, type MailOutcome } from '../mail/mailer.js';

interface OwedRow {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const stateAfter = { sent: 'sent', refused: 'undeliverable', failed: 'queued' } as const;

@Injectable()
export class DeliverTrialMail {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
  ) {}

  @OnJob('deliver-trial-mail')
  async run(id: string): Promise<void> {
    const outcome = await this.dataSource.transaction((tx) => this.send(tx, id));
    afterSending(id, outcome, this.logger);
  }

  private async send(tx: EntityManager, id: string): Promise<MailOutcome | null> {
    const [owed] = await tx.query<OwedRow[]>(
      `select recipient, subject, text, html from trial_mail where id = $1 and state = 'queued' for update nowait`,
      [id],
    );
    if (!owed) return null;
    const { recipient: to, subject, text, html } = owed;
    const messageId = `${id}@${this.mailer.domain}`;
    const outcome = await this.mailer.send({ messageId, to, subject, text, html });
    if (outcome.kind === 'later') return outcome;
    const sent = outcome.kind === 'sent';
    await tx.query(
      `update trial_mail set attempts = attempts + 1, state = $2, last_error = $3,
         message_id = case when $4 then $5 end, sent_at = case when $4 then clock_timestamp() end
       where id = $1`,
      [id, stateAfter[outcome.kind], sent ? null : outcome.reason, sent, messageId],
    );
    return outcome;
  }
}
