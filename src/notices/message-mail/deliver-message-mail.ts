import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import type { Language } from '../../http/language.js';
import { OnJob } from '../../jobs/on-job.js';
import { inLanguage } from '../../procedures/in-language.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { agentsToTell } from '../agents-to-tell.js';
import { messagesLink } from '../application-link.js';
import { readersLanguage } from '../application-language.js';
import { takeTurn } from '../mail/in-turn.js';
import { SendOwed, type WriteOwed, wordsOf } from '../mail/send-owed.js';
import { type CalendarVisit, visitCalendar } from './visit-calendar.js';
import { writeMessageMail } from './write-message-mail.js';

interface OwedRow {
  readonly recipient: string;
  readonly language: Language;
  readonly application_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly department: string;
  readonly read: boolean;
  readonly visit:
    | (Omit<CalendarVisit, 'summary' | 'url' | 'location' | 'plannedAt'> & { readonly plannedAt: string })
    | null;
}

@Injectable()
export class DeliverMessageMail {
  constructor(
    private readonly sending: SendOwed,
    private readonly library: ProcedureLibrary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Tells an applicant that a message waits, unless they have read it meanwhile. */
  @OnJob('deliver-message-mail')
  async run(id: string): Promise<void> {
    await this.sending.run('message_mail', id, (tx) => this.write(tx, id));
  }

  private async write(tx: EntityManager, id: string): ReturnType<WriteOwed> {
    const [owed] = await tx.query<OwedRow[]>(
      `select w.recipient, ${readersLanguage} as language, a.id as application_id, a.number, a.version_hash, m.department, m.read_at is not null as read,
         (select jsonb_build_object('id', v.id, 'revision', v.revision, 'state', v.state, 'onDay', v.on_day,
           'fromTime', v.from_time, 'toTime', v.to_time, 'plannedAt', v.planned_at)
          from visit v where v.id = w.visit_id) as visit
       from message_mail w join message m on m.id = w.message_id join application a on a.id = m.application_id
       where w.id = $1 and w.state = 'queued' for update of w nowait`,
      [id],
    );
    if (!owed) return null;
    if (owed.read && !owed.visit) return { dropped: 'read before it was sent' };
    const { recipient: to, application_id: applicationId } = owed;
    await takeTurn(tx, 'message_mail', id, to);
    const copies = await agentsToTell(tx, applicationId, to);
    const { language } = owed;
    const { info } = inLanguage(await this.library.version(owed.version_hash), language).procedure;
    const link = messagesLink(this.config.http.publicUrl, applicationId);
    const { number } = owed;
    // In English the office is named as the procedure names it there; who of it wrote stands in the portal.
    const department = language === 'ja' ? owed.department : info.department;
    const model = writeMessageMail({ number, procedureTitle: info.title, department, link }, language);
    return {
      to,
      copies,
      applicationId,
      ...wordsOf(model, [link], language),
      ...(owed.visit && { calendar: this.calendarOf(owed.visit, number, link, language) }),
    };
  }

  /** Without the place, as the mail itself says nothing of what is written: it is read on shared screens. */
  private calendarOf(
    visit: NonNullable<OwedRow['visit']>,
    number: string,
    url: string,
    language: Language,
  ): string {
    const summary =
      language === 'ja' ? `現地確認（申込番号 ${number}）` : `Visit of the office (application ${number})`;
    const { publicUrl } = this.config.http;
    return visitCalendar(
      { ...visit, plannedAt: new Date(visit.plannedAt), summary, url },
      new URL(publicUrl).hostname,
    );
  }
}
