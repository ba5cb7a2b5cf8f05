import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { documentToHtml, documentToText, type DocumentModel } from '#engine';
import type { MailSource } from '../../deliveries/mail-sending.entity.js';
import { recordSending } from '../../deliveries/record-sending.js';
import type { Language } from '../../http/language.js';
import { ComeAgain } from '../../jobs/come-again.js';
import { plainFailure } from '../../jobs/plain-failure.js';
import { RunJobs } from '../../jobs/run-jobs.js';
import { type InTurn, nextInTurn } from './in-turn.js';
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
 * Looks at the row while it is queued and gives what is to be sent; its transaction ends before the mail server is
 * spoken to.
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
  language: Language = 'ja',
): Pick<Mail, 'subject' | 'text' | 'html'> {
  return {
    subject: model.title,
    text: documentToText(model, language),
    html: documentToHtml(model, { links, language }),
  };
}

/** A mail that the mail server has answered about. */
interface Answered {
  readonly mail: OwedMail;
  readonly mailId: string;
  readonly outcome: Exclude<MailOutcome, { kind: 'later' }>;
}

/** Somebody else sends it at this moment, or holds its row for an instant. In milliseconds. */
const soon = 250;

/** Sends what the rows of all tables of mails owe. */
@Injectable()
export class SendOwed {
  private readonly logger = new Logger('mail');
  /** What the mail server has answered and the database could not be told yet, by row. */
  private readonly untold = new Map<string, Answered>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    private readonly jobs: RunJobs,
  ) {}

  /**
   * Sends the mail of one row and writes down what became of it. While the mail server is spoken to no transaction is
   * open and no row is held, so that nobody waits for a slow one. Two workers never send the same mail: a lock of the
   * connection is held all the time, and ends with its process. A kill between the server's "taken" and our commit
   * sends it again under the same Message-ID; a database that is away at that moment does not.
   * @throws when the mail server did not take it for now, so that the job is run again; ComeAgain when it must wait
   */
  async run(table: keyof typeof ID_COLUMNS, id: string, write: WriteOwed): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await this.alone(runner, id, async () => {
        const answered = this.untold.get(id) ?? (await this.send(runner, table, id, write));
        if (!answered) return;
        const { outcome } = answered;
        if (outcome.kind !== 'failed') this.untold.set(id, answered);
        await runner.manager.transaction((tx) => this.record(tx, table, id, answered));
        this.untold.delete(id);
        if (isInTurn(table) && outcome.kind !== 'failed') await this.callNext(runner, answered.mail.to);
        if (outcome.kind === 'failed') throw new Error(`The mail was not taken: ${outcome.reason}`);
        if (outcome.kind === 'refused') this.logger.error(`Mail ${id} is undeliverable: ${outcome.reason}`);
      });
    } finally {
      await runner.release();
    }
  }

  private async alone(runner: QueryRunner, id: string, work: () => Promise<void>): Promise<void> {
    const lock = `hashtextextended('mail ' || $1, 0)`;
    const [held] = await query<{ mine: boolean }>(runner, `select pg_try_advisory_lock(${lock}) as mine`, id);
    if (held?.mine !== true) throw new ComeAgain(soon);
    try {
      await work();
    } finally {
      // With a lost connection the lock has gone already.
      await query(runner, `select pg_advisory_unlock(${lock})`, id).catch(() => undefined);
    }
  }

  private async send(
    runner: QueryRunner,
    table: keyof typeof ID_COLUMNS,
    id: string,
    write: WriteOwed,
  ): Promise<Answered | null> {
    const mail = await runner.manager
      .transaction((tx) => this.writeOrDrop(tx, table, id, write))
      .catch((error: unknown) => {
        throw isLocked(error) ? new ComeAgain(soon) : error;
      });
    if (mail === null) return null;
    const { mailId = id, applicationId: _, ...words } = mail;
    const outcome = await this.mailer.send({ ...words, messageId: this.messageIdOf(mailId) });
    if (outcome.kind === 'later') throw new ComeAgain(outcome.pause);
    return { mail, mailId, outcome };
  }

  /** Its pause may be long by now. Nothing is lost when it cannot be called: it comes by itself. */
  private async callNext(runner: QueryRunner, recipient: string): Promise<void> {
    try {
      const next = await nextInTurn(runner.manager, recipient);
      if (next !== undefined) await this.jobs.hurry('mails', next);
    } catch (error) {
      this.logger.warn(`The next mail could not be called: ${plainFailure(error)}`);
    }
  }

  private async writeOrDrop(
    tx: EntityManager,
    table: keyof typeof ID_COLUMNS,
    id: string,
    write: WriteOwed,
  ): Promise<OwedMail | null> {
    const owed = await write(tx);
    if (owed === null || !('dropped' in owed)) return owed;
    await tx.query(`update ${table} set state = 'undeliverable', last_error = $2 where id = $1`, [
      id,
      owed.dropped,
    ]);
    return null;
  }

  private async record(
    tx: EntityManager,
    table: keyof typeof ID_COLUMNS,
    id: string,
    { mail, mailId, outcome }: Answered,
  ): Promise<void> {
    const sent = outcome.kind === 'sent';
    const [[row]] = await tx.query<[unknown[], number]>(
      `update ${table} set attempts = attempts + 1, state = $2, last_error = $3,
         ${ID_COLUMNS[table]} = case when $4 then $5 end, sent_at = case when $4 then clock_timestamp() end
       where id = $1 and (state = 'queued' or $4 and state <> 'sent') returning id`,
      [id, stateAfter[outcome.kind], sent ? null : outcome.reason, sent, this.messageIdOf(mailId)],
    );
    // Whoever asked for another code has given this mail up meanwhile; of an author's trial nobody keeps an account.
    if (!row || table === 'trial_mail') return;
    const { applicationId = null, to } = mail;
    await recordSending(tx, { id: mailId, source: table, applicationId, to, ...copiesOf(mail) }, outcome);
  }

  private messageIdOf(mailId: string): string {
    return `${mailId}@${this.mailer.domain}`;
  }
}

async function query<Row>(runner: QueryRunner, sql: string, id: string): Promise<readonly Row[]> {
  return (await runner.query(sql, [id])) as Row[];
}

function isInTurn(table: string): table is InTurn {
  return table === 'notice' || table === 'message_mail' || table === 'notice_reminder';
}

function isLocked(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '55P03';
}

const copiesOf = ({ copies }: Pick<Mail, 'copies'>): Pick<Mail, 'copies'> => (copies ? { copies } : {});
