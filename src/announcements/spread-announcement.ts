import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { newId } from '../database/id.js';
import { jobKinds } from '../jobs/job-kinds.js';
import { OnJob } from '../jobs/on-job.js';
import { oweSpreading } from './owe-spreading.js';
import {
  type Addressing,
  addressingParameters,
  inGroups,
  ofAudience,
  reachable,
  wantsNews,
  within,
} from './recipients.js';

/** Mails owed in one transaction: short enough that nobody waits for it. */
const BLOCK = 500;

interface SpreadingRow extends Addressing {
  readonly spread_after: string | null;
  readonly important: boolean;
}

@Injectable()
export class SpreadAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Owes the mails of an announcement to the next accounts that are to have them, and itself again while there are more.
   * While its mails are held, or once they were stopped, nothing.
   */
  @OnJob('spread-announcement')
  async run(id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const [one] = await tx.query<SpreadingRow[]>(
        `select spread_after, important, target, audience, category, procedure_id as "procedureId" from announcement
         where id = $1 and state = 'published' and spread_at is null and paused_at is null and mails_stopped_at is null
           and (ends_at is null or ends_at > now()) for update`,
        [id],
      );
      if (!one) return;
      const last = await this.oweNext(tx, id, one);
      await tx.query(
        `update announcement set spread_after = coalesce($2, spread_after), spread_moved_at = clock_timestamp(),
           spread_at = case when $3 then now() end
         where id = $1`,
        [id, last.account, last.isAll],
      );
      if (!last.isAll) await oweSpreading(tx, id);
    });
  }

  private async oweNext(
    tx: EntityManager,
    id: string,
    one: SpreadingRow,
  ): Promise<{ readonly account: string | null; readonly isAll: boolean }> {
    const wanting = await tx.query<{ id: string }[]>(
      `select a.id from account a
       where ${reachable} and ($8::uuid is null or a.id > $8) and ($9 or ${wantsNews})
         and ${inGroups} and ${ofAudience} and ${within}
       order by a.id limit ${BLOCK}`,
      [...addressingParameters(one), one.spread_after, one.important],
    );
    await tx.query(
      `with mail as (
         insert into announcement_mail (id, announcement_id, account_id)
         select m.id, $1, m.account_id from unnest($2::uuid[], $3::uuid[]) as m(id, account_id)
         on conflict do nothing returning id)
       insert into outbox (id, queue, name, subject_id) select id, $4, 'deliver-announcement', id from mail`,
      [id, wanting.map(newId), wanting.map((account) => account.id), jobKinds['deliver-announcement'].queue],
    );
    return { account: wanting.at(-1)?.id ?? null, isAll: wanting.length < BLOCK };
  }
}
