import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import type { Language } from '../../http/language.js';
import { OnJob } from '../../jobs/on-job.js';
import { inLanguage } from '../../procedures/in-language.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { agentsToTell } from '../agents-to-tell.js';
import { applicationLink } from '../application-link.js';
import { readersLanguage } from '../application-language.js';
import { takeTurn } from '../mail/in-turn.js';
import { SendOwed, type WriteOwed, wordsOf } from '../mail/send-owed.js';
import { writeReminder } from './write-reminder.js';
import { writeRevocation } from './write-revocation.js';

interface OwedRow {
  readonly recipient: string;
  readonly language: Language;
  readonly application_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly kind: 'unopened' | 'revoked';
  readonly since: string;
  readonly opened: boolean;
}

@Injectable()
export class DeliverReminder {
  constructor(
    private readonly sending: SendOwed,
    private readonly library: ProcedureLibrary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Reminds an applicant of a document, unless they have opened it meanwhile; or says that it was called back. */
  @OnJob('deliver-notice-reminder')
  async run(id: string): Promise<void> {
    await this.sending.run('notice_reminder', id, (tx) => this.write(tx, id));
  }

  private async write(tx: EntityManager, id: string): ReturnType<WriteOwed> {
    const [owed] = await tx.query<OwedRow[]>(
      `select r.recipient, ${readersLanguage} as language, a.id as application_id, a.number, a.version_hash, r.kind, n.first_opened_at is not null as opened,
         (coalesce(n.ready_at, n.created_at) at time zone 'Asia/Tokyo')::date::text as since
       from notice_reminder r join notice n on n.id = r.notice_id join application a on a.id = n.application_id
       where r.id = $1 and r.state = 'queued' for update of r nowait`,
      [id],
    );
    if (!owed) return null;
    if (owed.kind === 'unopened' && owed.opened) return { dropped: 'opened before it was sent' };
    const { recipient: to, application_id: applicationId, number, since, language } = owed;
    await takeTurn(tx, 'notice_reminder', id, to);
    const copies = await agentsToTell(tx, applicationId, to);
    const { info } = inLanguage(await this.library.version(owed.version_hash), language).procedure;
    const link = applicationLink(this.config.http.publicUrl, applicationId);
    const write = owed.kind === 'revoked' ? writeRevocation : writeReminder;
    const model = write({ number, procedureTitle: info.title, since, link }, language);
    return { to, copies, applicationId, ...wordsOf(model, [link], language) };
  }
}
