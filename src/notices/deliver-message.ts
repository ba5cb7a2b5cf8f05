import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { documentToText, type DocumentModel } from '#engine';
import { OnJob } from '../jobs/on-job.js';
import { agentsToTell } from './agents-to-tell.js';
import { takeTurn } from './mail/in-turn.js';
import { SendOwed, type WriteOwed, wordsOf } from './mail/send-owed.js';
import { type OwedNotice, OwedNotices } from './owed-notices.js';
import { writeDocument } from './write-document.js';

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
    if (owed.byPost) return this.leaveToLetter(id, written.model);
    await this.sending.run('notice', id, (tx) => this.write(tx, owed, written.model));
  }

  private async write(
    tx: EntityManager,
    { id, applicationId, account, link }: OwedNotice,
    model: DocumentModel,
  ): ReturnType<WriteOwed> {
    const words = wordsOf(model, [link]);
    const { mail: to } = account;
    const [held] = await tx.query<unknown[]>(
      `select 1 from notice where id = $1 and state = 'queued' for update nowait`,
      [id],
    );
    if (!held) return null;
    await takeTurn(tx, 'notice', id, to);
    await tx.query('update notice set text = $2 where id = $1', [id, words.text]);
    return { to, copies: await agentsToTell(tx, applicationId, to), applicationId, ...words };
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
