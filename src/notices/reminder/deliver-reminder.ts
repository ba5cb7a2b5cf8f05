import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { documentToHtml, documentToText } from '#engine';
import { CONFIG, type Config } from '../../config/config.js';
import { recordSending } from '../../deliveries/record-sending.js';
import { OnJob } from '../../jobs/on-job.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { agentsToTell } from '../agents-to-tell.js';
import { applicationLink } from '../application-link.js';
import { afterSending } from '../mail/after-sending.js';
import { takeTurn } from '../mail/in-turn.js';
import { Mailer, type MailOutcome } from '../mail/mailer.js';
import { writeReminder } from './write-reminder.js';

interface OwedRow {
  readonly recipient: string;
  readonly application_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly since: string;
  readonly opened: boolean;
}

const stateAfter = { sent: 'sent', refused: 'undeliverable', failed: 'queued' } as const;

@Injectable()
export class DeliverReminder {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Reminds an applicant of a document, unless they have opened it meanwhile. */
  @OnJob('deliver-notice-reminder')
  async run(id: string): Promise<void> {
    const outcome = await this.dataSource.transaction((tx) => this.send(tx, id));
    afterSending(id, outcome, this.logger);
  }

  private async send(tx: EntityManager, id: string): Promise<MailOutcome | null> {
    const [owed] = await tx.query<OwedRow[]>(
      `select r.recipient, a.id as application_id, a.number, a.version_hash, n.first_opened_at is not null as opened,
         (coalesce(n.ready_at, n.created_at) at time zone 'Asia/Tokyo')::date::text as since
       from notice_reminder r join notice n on n.id = r.notice_id join application a on a.id = n.application_id
       where r.id = $1 and r.state = 'queued' for update of r nowait`,
      [id],
    );
    if (!owed) return null;
    if (owed.opened) return this.drop(tx, id);
    const { recipient: to, application_id: applicationId, number, since } = owed;
    await takeTurn(tx, 'notice_reminder', id, to);
    const copies = await agentsToTell(tx, applicationId, to);
    const { procedure } = await this.library.version(owed.version_hash);
    const link = applicationLink(this.config.http.publicUrl, applicationId);
    const model = writeReminder({ number, procedureTitle: procedure.info.title, since, link });
    const messageId = `${id}@${this.mailer.domain}`;
    const outcome = await this.mailer.send({
      messageId,
      to,
      copies,
      subject: model.title,
      text: documentToText(model),
      html: documentToHtml(model, { links: [link] }),
    });
    if (outcome.kind === 'later') return outcome;
    const sent = outcome.kind === 'sent';
    await tx.query(
      `update notice_reminder set attempts = attempts + 1, state = $2, last_error = $3,
         message_id = case when $4 then $5 end, sent_at = case when $4 then clock_timestamp() end
       where id = $1`,
      [id, stateAfter[outcome.kind], sent ? null : outcome.reason, sent, messageId],
    );
    await recordSending(tx, { id, source: 'notice_reminder', applicationId, to, copies }, outcome);
    return outcome;
  }

  private async drop(tx: EntityManager, id: string): Promise<null> {
    await tx.query(
      `update notice_reminder set state = 'undeliverable', last_error = 'opened before it was sent' where id = $1`,
      [id],
    );
    return null;
  }
}
