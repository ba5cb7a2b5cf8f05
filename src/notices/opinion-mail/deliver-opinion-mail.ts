import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { documentToHtml, documentToText } from '#engine';
import { CONFIG, type Config } from '../../config/config.js';
import { recordSending } from '../../deliveries/record-sending.js';
import { OnJob } from '../../jobs/on-job.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { afterSending } from '../mail/after-sending.js';
import { Mailer, type MailOutcome } from '../mail/mailer.js';
import type { OpinionMailKind } from './opinion-mail.entity.js';
import { writeOpinionMail } from './write-opinion-mail.js';

interface OwedRow {
  readonly recipient: string;
  readonly kind: OpinionMailKind;
  readonly opinion_id: string;
  readonly application_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly asked_from: string;
  readonly department: string;
  readonly due_on: string;
  readonly state: 'asked' | 'answered' | 'withdrawn';
}

const stateAfter = { sent: 'sent', refused: 'undeliverable', failed: 'queued' } as const;

@Injectable()
export class DeliverOpinionMail {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Tells an official of an opinion, unless there is nothing to do about it any more. */
  @OnJob('deliver-opinion-mail')
  async run(id: string): Promise<void> {
    const outcome = await this.dataSource.transaction((tx) => this.send(tx, id));
    afterSending(id, outcome, this.logger);
  }

  private async send(tx: EntityManager, id: string): Promise<MailOutcome | null> {
    const [owed] = await tx.query<OwedRow[]>(
      `select m.recipient, m.kind, m.opinion_id, o.application_id, a.number, a.version_hash, o.asked_from,
         d.full_ja as department, o.due_on::text as due_on, o.state
       from opinion_mail m join opinion o on o.id = m.opinion_id join application a on a.id = o.application_id
       join department d on d.id = o.department_id
       where m.id = $1 and m.state = 'queued' for update of m nowait`,
      [id],
    );
    if (!owed) return null;
    const toAnswer = owed.kind !== 'withdrawn' && owed.kind !== 'answered';
    if (toAnswer && owed.state !== 'asked') return this.drop(tx, id);
    const { procedure } = await this.library.version(owed.version_hash);
    const { publicUrl } = this.config.http;
    const link =
      owed.kind === 'answered'
        ? `${publicUrl}/desk/applications/${owed.application_id}`
        : `${publicUrl}/desk/opinions/${owed.opinion_id}`;
    const model = writeOpinionMail({
      kind: owed.kind,
      number: owed.number,
      procedureTitle: procedure.info.title,
      askedFrom: owed.asked_from,
      department: owed.department,
      dueOn: owed.due_on,
      link,
    });
    const mailId = `${id}@${this.mailer.domain}`;
    const outcome = await this.mailer.send({
      messageId: mailId,
      to: owed.recipient,
      subject: model.title,
      text: documentToText(model),
      html: documentToHtml(model, { links: [link] }),
    });
    if (outcome.kind === 'later') return outcome;
    const sent = outcome.kind === 'sent';
    await tx.query(
      `update opinion_mail set attempts = attempts + 1, state = $2, last_error = $3,
         mail_id = case when $4 then $5 end, sent_at = case when $4 then clock_timestamp() end
       where id = $1`,
      [id, stateAfter[outcome.kind], sent ? null : outcome.reason, sent, mailId],
    );
    const mail = { id, source: 'opinion_mail', applicationId: null, to: owed.recipient } as const;
    await recordSending(tx, mail, outcome);
    return outcome;
  }

  private async drop(tx: EntityManager, id: string): Promise<null> {
    await tx.query(
      `update opinion_mail set state = 'undeliverable', last_error = 'nothing waits for it any more' where id = $1`,
      [id],
    );
    return null;
  }
}
