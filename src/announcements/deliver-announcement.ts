import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import type { Language } from '../http/language.js';
import { OnJob } from '../jobs/on-job.js';
import { SendOwed, type WriteOwed, wordsOf } from '../notices/mail/send-owed.js';
import { writeLetter } from './announcement-letter.js';

interface OwedRow {
  readonly mail: string;
  readonly language: Language;
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

@Injectable()
export class DeliverAnnouncement {
  constructor(
    private readonly sending: SendOwed,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends one mail of an announcement, unless it was taken down or its reader stopped the news meanwhile. While its mails are held it stays owed. */
  @OnJob('deliver-announcement')
  async run(id: string): Promise<void> {
    await this.sending.run('announcement_mail', id, (tx) => this.write(tx, id));
  }

  private async write(tx: EntityManager, id: string): ReturnType<WriteOwed> {
    const [owed] = await tx.query<OwedRow[]>(
      `select a.mail, a.language, a.stop_news_token, m.announcement_id, n.title, n.body, n.title_en, n.body_en, n.important,
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
    const { publicUrl } = this.config.http;
    const link = `${publicUrl}/announcements/${owed.announcement_id}`;
    const stop = `${publicUrl}/stop-news/${owed.stop_news_token}`;
    const { title, body, important, title_en, body_en } = owed;
    const english = title_en === null || body_en === null ? null : { title: title_en, body: body_en };
    const language = english === null ? 'ja' : owed.language;
    const model = writeLetter({ title, body, important, english, link, stop }, language);
    const mail = { to: owed.mail, ...wordsOf(model, [link, stop], language) };
    return important ? mail : { ...mail, stopAddress: stop };
  }
}
