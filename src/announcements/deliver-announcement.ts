import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { documentToHtml, documentToText } from '#engine';
import { CONFIG, type Config } from '../config/config.js';
import { recordSending } from '../deliveries/record-sending.js';
import { OnJob } from '../jobs/on-job.js';
import { afterSending } from '../notices/mail/after-sending.js';
import { Mailer, type MailOutcome } from '../notices/mail/mailer.js';
import { writeLetter } from './announcement-letter.js';

interface OwedRow {
  readonly mail: string;
  readonly stop_news_token: string;
  readonly announcement_id: string;
  readonly title: string;
  readonly body: string;
  readonly title_en: string | null;
  readonly body_en: string | null;
  readonly important: boolean;
  readonly wanted: boolean;
  readonly held: boolean;
}

const stateAfter = { sent: 'sent', refused: 'undeliverable', failed: 'queued' } as const;

@Injectable()
export class DeliverAnnouncement {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends one mail of an announcement, unless it was taken down or its reader stopped the news meanwhile. While its mails are held it stays owed. */
  @OnJob('deliver-announcement')
  async run(id: string): Promise<void> {
    const outcome = await this.dataSource.transaction((tx) => this.send(tx, id));
    afterSending(id, outcome, this.logger);
  }

  private async send(tx: EntityManager, id: string): Promise<MailOutcome | null> {
    const [owed] = await tx.query<OwedRow[]>(
      `select a.mail, a.stop_news_token, m.announcement_id, n.title, n.body, n.title_en, n.body_en, n.important,
         (n.important or (a.wants_news and not exists (
           -- News to an address that does not get them would only cost the others their standing with its provider.
           select 1 from mail_trouble t where t.recipient_key = lower(a.mail))))
           and n.state = 'published' and n.mails_stopped_at is null
           and (n.ends_at is null or n.ends_at > now()) as wanted,
         n.paused_at is not null as held
       from announcement_mail m join announcement n on n.id = m.announcement_id join account a on a.id = m.account_id
       where m.id = $1 and m.state = 'queued' for update of m nowait`,
      [id],
    );
    if (!owed) return null;
    if (!owed.wanted) {
      await tx.query('delete from announcement_mail where id = $1', [id]);
      return null;
    }
    if (owed.held) return null;
    const outcome = await this.post(id, owed);
    if (outcome.kind === 'later') return outcome;
    const sent = outcome.kind === 'sent';
    await tx.query(
      `update announcement_mail set attempts = attempts + 1, state = $2, last_error = $3,
         message_id = case when $4 then $5 end, sent_at = case when $4 then clock_timestamp() end
       where id = $1`,
      [id, stateAfter[outcome.kind], sent ? null : outcome.reason, sent, this.messageIdOf(id)],
    );
    const mail = { id, source: 'announcement_mail', applicationId: null, to: owed.mail } as const;
    await recordSending(tx, mail, outcome);
    return outcome;
  }

  private post(id: string, owed: OwedRow): Promise<MailOutcome> {
    const { publicUrl } = this.config.http;
    const link = `${publicUrl}/announcements/${owed.announcement_id}`;
    const stop = `${publicUrl}/stop-news/${owed.stop_news_token}`;
    const { title, body, important, title_en, body_en } = owed;
    const english = title_en === null || body_en === null ? null : { title: title_en, body: body_en };
    const model = writeLetter({ title, body, important, english, link, stop });
    return this.mailer.send({
      messageId: this.messageIdOf(id),
      to: owed.mail,
      subject: model.title,
      text: documentToText(model),
      html: documentToHtml(model, { links: [link, stop] }),
      ...(important ? {} : { stopAddress: stop }),
    });
  }

  private messageIdOf(id: string): string {
    return `${id}@${this.mailer.domain}`;
  }
}
