import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { documentToHtml, documentToText, type DocumentModel } from '#engine';
import type { MailSource } from '../../deliveries/mail-sending.entity.js';
import { recordSending } from '../../deliveries/record-sending.js';
import { ComeAgain } from '../../jobs/come-again.js';
import { type Mail, Mailer, type MailOutcome } from './mailer.js';

/** A mail that a row owes, as it is to leave. */
export interface OwedMail extends Omit<Mail, 'messageId'> {
  /** Of the Message-ID; the row's own where left out, so that a second attempt is the same mail. */
  readonly mailId?: string;
  /** Left out where it is about no application. */
  readonly applicationId?: string;
}

/** There is nothing to send any more; the row says why. */
export interface DroppedMail {
  readonly dropped: string;
}

/**
 * Holds the row while it is queued and gives what is to be sent.
 * @returns null when the row owes nothing now
 */
export type WriteOwed = (tx: EntityManager) => Promise<OwedMail | DroppedMail | null>;

/** Which column of a table keeps the Message-ID. */
const ID_COLUMNS = {
  notice: 'message_id',
  notice_reminder: 'message_id',
  message_mail: 'mail_id',
  opinion_mail: 'mail_id',
  account_mail: 'message_id',
  announcement_mail: 'message_id',
  trial_mail: 'message_id',
} as const satisfies Record<MailSource | 'trial_mail', string>;

const stateAfter = { sent: 'sent', refused: 'undeliverable', failed: 'queued' } as const;

/** The words of a mail in both of its forms. `links`: addresses that may be pressed. */
export function wordsOf(
  model: DocumentModel,
  links: readonly string[],
  language: 'ja' | 'en' = 'ja',
): Pick<Mail, 'subject' | 'text' | 'html'> {
  return {
    subject: model.title,
    text: documentToText(model),
    html: documentToHtml(model, { links, language }),
  };
}

/** Sends what the rows of all tables of mails owe. */
@Injectable()
export class SendOwed {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Sends the mail of one row and writes down what became of it. The row is held while the mail server is spoken to, so
   * that two workers never send the same mail; a kill between the server's "taken" and our commit sends it again under
   * the same Message-ID.
   * @throws when the mail server did not take it for now, so that the job is run again; ComeAgain when it must wait
   */
  async run(table: keyof typeof ID_COLUMNS, id: string, write: WriteOwed): Promise<void> {
    const outcome = await this.dataSource.transaction((tx) => this.send(tx, table, id, write));
    if (outcome?.kind === 'failed') throw new Error(`The mail was not taken: ${outcome.reason}`);
    if (outcome?.kind === 'refused') this.logger.error(`Mail ${id} is undeliverable: ${outcome.reason}`);
  }

  private async send(
    tx: EntityManager,
    table: keyof typeof ID_COLUMNS,
    id: string,
    write: WriteOwed,
  ): Promise<Exclude<MailOutcome, { kind: 'later' }> | null> {
    const owed = await write(tx);
    if (owed === null) return null;
    if ('dropped' in owed) {
      await tx.query(`update ${table} set state = 'undeliverable', last_error = $2 where id = $1`, [
        id,
        owed.dropped,
      ]);
      return null;
    }
    const { mailId = id, applicationId = null, ...mail } = owed;
    const messageId = `${mailId}@${this.mailer.domain}`;
    const outcome = await this.mailer.send({ ...mail, messageId });
    if (outcome.kind === 'later') throw new ComeAgain(outcome.pause);
    const sent = outcome.kind === 'sent';
    await tx.query(
      `update ${table} set attempts = attempts + 1, state = $2, last_error = $3,
         ${ID_COLUMNS[table]} = case when $4 then $5 end, sent_at = case when $4 then clock_timestamp() end
       where id = $1`,
      [id, stateAfter[outcome.kind], sent ? null : outcome.reason, sent, messageId],
    );
    // Of an author's trial nobody keeps an account.
    if (table !== 'trial_mail')
      await recordSending(
        tx,
        { id: mailId, source: table, applicationId, to: mail.to, ...copiesOf(mail) },
        outcome,
      );
    return outcome;
  }
}

const copiesOf = ({ copies }: Pick<Mail, 'copies'>): Pick<Mail, 'copies'> => (copies ? { copies } : {});
