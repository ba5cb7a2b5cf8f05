import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { documentToText } from '#engine';
import { OnJob } from '../jobs/on-job.js';
import { agentsToTell } from './agents-to-tell.js';
import { takeTurn } from './mail/in-turn.js';
import { SendOwed, type WriteOwed, wordsOf } from './mail/send-owed.js';
import { type OwedNotice, OwedNotices } from './owed-notices.js';
import { type WrittenDocument, writeDocument } from './write-document.js';

type Written = Extract<WrittenDocument, { readonly ok: true }>;

@Injectable()
export class DeliverMessage {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly owed: OwedNotices,
    private readonly sending: SendOwed,
  ) {}

  /**
   * Sends one message by mail, and keeps its text for the portal whatever becomes of the mail. For those who get letters
   * the text alone is written.
   */
  @OnJob('deliver-message')
  async run(id: string): Promise<void> {
    const owed = await this.owed.find(id);
    if (!owed) return;
    const written = writeDocument('message', owed);
    if (!written.ok) return this.giveUp(id, written.reason);
    if (owed.byPost) return this.leaveToLetter(id, written);
    await this.sending.run('notice', id, (tx) => this.write(tx, owed, written));
  }

  private async write(
    tx: EntityManager,
    { id, applicationId, account, link }: OwedNotice,
    { model, language }: Written,
  ): ReturnType<WriteOwed> {
    const words = wordsOf(model, [link], language);
    const { mail: to } = account;
    const [held] = await tx.query<unknown[]>(
      `select 1 from notice where id = $1 and state = 'queued' for update nowait`,
      [id],
    );
    if (!held) return null;
    await takeTurn(tx, 'notice', id, to);
    await tx.query('update notice set title = $2, text = $3 where id = $1', [id, words.subject, words.text]);
    return { to, copies: await agentsToTell(tx, applicationId, to), applicationId, ...words };
  }

  /** It is printed and posted by people. */
  private async leaveToLetter(id: string, { model, language }: Written): Promise<void> {
    await this.dataSource.query(
      `update notice set state = 'ready', text = $2, ready_at = clock_timestamp() where id = $1 and state = 'queued'`,
      [id, documentToText(model, language)],
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
