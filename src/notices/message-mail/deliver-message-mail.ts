import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { documentToHtml, documentToText } from '#engine';
import { CONFIG, type Config } from '../../config/config.js';
import { OnJob } from '../../jobs/on-job.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { agentsToTell } from '../agents-to-tell.js';
import { messagesLink } from '../application-link.js';
import { Mailer, type MailOutcome } from '../mail/mailer.js';
import { writeMessageMail } from './write-message-mail.js';

interface OwedRow {
  readonly recipient: string;
  readonly application_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly department: string;
  readonly read: boolean;
}

const stateAfter = { sent: 'sent', refused: 'undeliverable', failed: 'queued' } as const;

@Injectable()
export class DeliverMessageMail {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Tells an applicant that a message waits, unless they have read it meanwhile. */
  @OnJob('deliver-message-mail')
  async run(id: string): Promise<void> {
    const outcome = await this.dataSource.transaction((tx) => this.send(tx, id));
    if (outcome?.kind === 'failed') throw new Error(`The mail was not taken: ${outcome.reason}`);
    if (outcome?.kind === 'refused') this.logger.error(`Mail ${id} is undeliverable: ${outcome.reason}`);
  }

  private async send(tx: EntityManager, id: string): Promise<MailOutcome | null> {
    const [owed] = await tx.query<OwedRow[]>(
      `select w.recipient, a.id as application_id, a.number, a.version_hash, m.department, m.read_at is not null as read
       from message_mail w join message m on m.id = w.message_id join application a on a.id = m.application_id
       where w.id = $1 and w.state = 'queued' for update of w nowait`,
      [id],
    );
    if (!owed) return null;
    if (owed.read) return this.drop(tx, id);
    const { procedure } = await this.library.version(owed.version_hash);
    const link = messagesLink(this.config.http.publicUrl, owed.application_id);
    const model = writeMessageMail({
      number: owed.number,
      procedureTitle: procedure.info.title,
      department: owed.department,
      link,
    });
    const mailId = `${id}@${this.mailer.domain}`;
    const outcome = await this.mailer.send({
      messageId: mailId,
      to: owed.recipient,
      copies: await agentsToTell(tx, owed.application_id, owed.recipient),
      subject: model.title,
      text: documentToText(model),
      html: documentToHtml(model, { links: [link] }),
    });
    const sent = outcome.kind === 'sent';
    await tx.query(
      `update message_mail set attempts = attempts + 1, state = $2, last_error = $3,
         mail_id = case when $4 then $5 end, sent_at = case when $4 then clock_timestamp() end
       where id = $1`,
      [id, stateAfter[outcome.kind], sent ? null : outcome.reason, sent, mailId],
    );
    return outcome;
  }

  private async drop(tx: EntityManager, id: string): Promise<null> {
    await tx.query(
      `update message_mail set state = 'undeliverable', last_error = 'read before it was sent' where id = $1`,
      [id],
    );
    return null;
  }
}
