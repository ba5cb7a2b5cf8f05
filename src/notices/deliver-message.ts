import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { documentToHtml, documentToText, type DocumentModel } from '#engine';
import { recordSending } from '../deliveries/record-sending.js';
import { OnJob } from '../jobs/on-job.js';
import { agentsToTell } from './agents-to-tell.js';
import { afterSending } from './mail/after-sending.js';
import { takeTurn } from './mail/in-turn.js';
import { Mailer, type MailOutcome } from './mail/mailer.js';
import { type OwedNotice, OwedNotices } from './owed-notices.js';
import { writeDocument } from './write-document.js';

@Injectable()
export class DeliverMessage {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly owed: OwedNotices,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Sends one message by mail, and keeps its text for the portal whatever becomes of the mail. The row is held while
   * the mail server is spoken to, so that two workers never send the same message; a kill between the server's "taken"
   * and our commit sends it again under the same Message-ID. For those who get letters the text alone is written.
   */
  @OnJob('deliver-message')
  async run(id: string): Promise<void> {
    const owed = await this.owed.find(id);
    if (!owed) return;
    const written = writeDocument('message', owed);
    if (!written.ok) return this.giveUp(id, written.reason);
    if (owed.byPost) return this.leaveToLetter(id, written.model);
    const outcome = await this.dataSource.transaction((tx) => this.send(tx, owed, written.model));
    afterSending(id, outcome, this.logger);
  }

  private async send(
    tx: EntityManager,
    { id, applicationId, account, link }: OwedNotice,
    model: DocumentModel,
  ): Promise<MailOutcome | null> {
    const [held] = await tx.query<unknown[]>(
      `select 1 from notice where id = $1 and state = 'queued' for update nowait`,
      [id],
    );
    if (!held) return null;
    await takeTurn(tx, 'notice', id, account.mail);
    const copies = await agentsToTell(tx, applicationId, account.mail);
    const messageId = `${id}@${this.mailer.domain}`;
    const text = documentToText(model);
    const outcome = await this.mailer.send({
      messageId,
      to: account.mail,
      copies,
      subject: model.title,
      text,
      html: documentToHtml(model, { links: [link] }),
    });
    if (outcome.kind === 'later') return outcome;
    const sent = outcome.kind === 'sent';
    await tx.query(
      `update notice set attempts = attempts + 1, text = $2, state = $3, last_error = $4,
         message_id = case when $5 then $6 end, sent_at = case when $5 then clock_timestamp() end
       where id = $1`,
      [id, text, stateAfter[outcome.kind], sent ? null : outcome.reason, sent, messageId],
    );
    await recordSending(tx, { id, source: 'notice', applicationId, to: account.mail, copies }, outcome);
    return outcome;
  }

  /** It is printed and posted by people. */
  private async leaveToLetter(id: string, model: DocumentModel): Promise<void> {
    await this.dataSource.query(
      `update notice set state = 'ready', text = $2, ready_at = clock_timestamp() where id = $1 and state = 'queued'`,
      [id, documentToText(model)],
    );
  }

  private async giveUp(id: string, reason: string): Promise<void> {
    await this.dataSource.query(
      `update notice set state = 'undeliverable', attempts = attempts + 1, last_error = $2
       where id = $1 and state = 'queued'`,
      [id, reason],
    );
    this.logger.error(`Message ${id} cannot be written. See last_error of its row.`);
  }
}

const stateAfter = { sent: 'sent', refused: 'undeliverable', failed: 'queued' } as const;
