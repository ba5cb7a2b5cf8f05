import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { jobKinds } from '../jobs/job-kinds.js';
import type { MailPreview, TrialMailSent } from './draft.dto.js';

/** Of one author in an hour: enough to try a text, and no way to fill a mailbox. */
const mostInAnHour = 20;

@Injectable()
export class SendTrialMail {
  constructor(private readonly dataSource: DataSource) {}

  /** Owes a mail of a draft to the author's own address; there is no way to name another. */
  run(staff: StaffAsker, { subject, text, html }: MailPreview): Promise<Outcome<TrialMailSent>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<TrialMailSent>> => {
      // Held until the end: requests at the same moment count each other.
      const [own] = await tx.query<{ mail: string | null }[]>(
        'select mail from staff where id = $1 for update',
        [staff.id],
      );
      const to = own?.mail ?? null;
      if (to === null) return refuse('own-mail-missing');
      const [lately] = await tx.query<[{ count: number; seconds: number | null }]>(
        `select count(*)::int as count, ceil(extract(epoch from min(created_at) + interval '1 hour' - now()))::int as seconds
         from trial_mail where staff_id = $1 and created_at > now() - interval '1 hour'`,
        [staff.id],
      );
      if (lately.count >= mostInAnHour)
        return refuse('too-many-requests', { params: { seconds: Math.max(1, lately.seconds ?? 1) } });
      const id = newId();
      await tx.query(
        `insert into trial_mail (id, staff_id, recipient, subject, text, html) values ($1, $2, $3, $4, $5, $6)`,
        [id, staff.id, to, `【見本】${subject}`, text, html],
      );
      await tx.query(
        `insert into outbox (id, queue, name, subject_id) values ($1, $2, 'deliver-trial-mail', $1)`,
        [id, jobKinds['deliver-trial-mail'].queue],
      );
      return done({ to });
    });
  }
}
