import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { documentToHtml, documentToText } from '#engine';
import { CONFIG, type Config } from '../../config/config.js';
import { recordSending } from '../../deliveries/record-sending.js';
import { OnJob } from '../../jobs/on-job.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { agentsToTell } from '../agents-to-tell.js';
import { messagesLink } from '../application-link.js';
import { afterSending } from '../mail/after-sending.js';
import { takeTurn } from '../mail/in-turn.js';
import { Mailer, type MailOutcome } from '../mail/mailer.js';
import { type CalendarVisit, visitCalendar } from './visit-calendar.js';
import { writeMessageMail } from './write-message-mail.js';

interface OwedRow {
  readonly recipient: string;
  readonly application_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly department: string;
  readonly read: boolean;
  readonly visit:
    | (Omit<CalendarVisit, 'summary' | 'url' | 'location' | 'plannedAt'> & { readonly plannedAt: string })
    | null;
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
    afterSending(id, outcome, this.logger);
  }

  private async send(tx: EntityManager, id: string): Promise<MailOutcome | null> {
    const [owed] = await tx.query<OwedRow[]>(
      `select w.recipient, a.id as application_id, a.number, a.version_hash, m.department, m.read_at is not null as read,
         (select jsonb_build_object('id', v.id, 'revision', v.revision, 'state', v.state, 'onDay', v.on_day,
           'fromTime', v.from_time, 'toTime', v.to_time, 'plannedAt', v.planned_at)
          from visit v where v.id = w.visit_id) as visit
       from message_mail w join message m on m.id = w.message_id join application a on a.id = m.application_id
       where w.id = $1 and w.state = 'queued' for update of w nowait`,
      [id],
    );
    if (!owed) return null;
    if (owed.read && !owed.visit) return this.drop(tx, id);
    const { recipient: to, application_id: applicationId } = owed;
    await takeTurn(tx, 'message_mail', id, to);
    const copies = await agentsToTell(tx, applicationId, to);
    const { procedure } = await this.library.version(owed.version_hash);
    const link = messagesLink(this.config.http.publicUrl, applicationId);
    const model = writeMessageMail({
      number: owed.number,
      procedureTitle: procedure.info.title,
      department: owed.department,
      link,
    });
    const mailId = `${id}@${this.mailer.domain}`;
    const outcome = await this.mailer.send({
      messageId: mailId,
      to,
      copies,
      subject: model.title,
      text: documentToText(model),
      html: documentToHtml(model, { links: [link] }),
      ...(owed.visit && { calendar: this.calendarOf(owed.visit, owed.number, link) }),
    });
    if (outcome.kind === 'later') return outcome;
    const sent = outcome.kind === 'sent';
    await tx.query(
      `update message_mail set attempts = attempts + 1, state = $2, last_error = $3,
         mail_id = case when $4 then $5 end, sent_at = case when $4 then clock_timestamp() end
       where id = $1`,
      [id, stateAfter[outcome.kind], sent ? null : outcome.reason, sent, mailId],
    );
    await recordSending(tx, { id, source: 'message_mail', applicationId, to, copies }, outcome);
    return outcome;
  }

  /** Without the place, as the mail itself says nothing of what is written: it is read on shared screens. */
  private calendarOf(visit: NonNullable<OwedRow['visit']>, number: string, url: string): string {
    const summary = `現地確認（申込番号 ${number}）`;
    const { publicUrl } = this.config.http;
    return visitCalendar(
      { ...visit, plannedAt: new Date(visit.plannedAt), summary, url },
      new URL(publicUrl).hostname,
    );
  }

  private async drop(tx: EntityManager, id: string): Promise<null> {
    await tx.query(
      `update message_mail set state = 'undeliverable', last_error = 'read before it was sent' where id = $1`,
      [id],
    );
    return null;
  }
}
