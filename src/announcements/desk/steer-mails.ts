import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { auditActorOf } from '../../audit/audit-actor.js';
import { recordAudit } from '../../audit/record-audit.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { jobKinds } from '../../jobs/job-kinds.js';
import { oweSpreading } from '../owe-spreading.js';
import { lockAnnouncement } from './locked-announcement.js';
import { recordAnnouncementEvent } from './record-announcement-event.js';

type Steering = 'pause' | 'resume' | 'stop-mails';

/** The mails of an announcement that is out: held, let go on, or ended. Those that have left have left. */
@Injectable()
export class SteerMails {
  constructor(private readonly dataSource: DataSource) {}

  async run(me: StaffAsker, id: string, step: Steering): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const row = await lockAnnouncement(tx, id);
      if (!row) return refuse('not-found');
      const can = row.state === 'published' && !row.mails_stopped && row.paused === (step === 'resume');
      // One that is held can be stopped, too.
      if (!can && !(step === 'stop-mails' && row.state === 'published' && !row.mails_stopped))
        return refuse('announcement-moved-on');
      await steps[step](tx, id);
      await recordAnnouncementEvent(tx, me.id, id, step);
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: `announcement.${step}`,
        subject: { kind: 'announcement', id },
      });
      return done(null);
    });
  }
}

const steps: Readonly<Record<Steering, (tx: EntityManager, id: string) => Promise<void>>> = {
  async pause(tx, id) {
    await tx.query('update announcement set paused_at = clock_timestamp() where id = $1', [id]);
  },
  async resume(tx, id) {
    await tx.query('update announcement set paused_at = null where id = $1', [id]);
    // Their jobs came while they were held, and did nothing.
    await tx.query(
      `insert into outbox (id, queue, name, subject_id)
       select id, $2, 'deliver-announcement', id from announcement_mail where announcement_id = $1 and state = 'queued'
       on conflict do nothing`,
      [id, jobKinds['deliver-announcement'].queue],
    );
    await oweSpreading(tx, id);
  },
  async 'stop-mails'(tx, id) {
    await tx.query(
      'update announcement set mails_stopped_at = clock_timestamp(), paused_at = null where id = $1',
      [id],
    );
    await forgetUnsent(tx, id);
  },
};

/** Mails that have not left will not. One that is leaving this moment has left. */
export async function forgetUnsent(tx: Pick<EntityManager, 'query'>, id: string): Promise<void> {
  await tx.query(
    `delete from announcement_mail where id in (
       select id from announcement_mail where announcement_id = $1 and state = 'queued' for update skip locked)`,
    [id],
  );
}
