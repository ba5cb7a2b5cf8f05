import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { newId } from '../database/id.js';
import { jobKinds } from '../jobs/job-kinds.js';
import { OnJob } from '../jobs/on-job.js';

/** Accounts looked at in one transaction: short enough that nobody waits for it. */
const BATCH = 500;

interface SpreadingRow {
  readonly spread_after: string | null;
  readonly important: boolean;
  readonly audience: string | null;
  readonly category: string | null;
  readonly procedure_id: string | null;
}

@Injectable()
export class SpreadAnnouncement {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Owes the mails of an announcement to the next accounts that want them, and itself again while there are more. An
   * important one goes to everybody; any other to those who asked for news and marked its category or its procedure.
   */
  @OnJob('spread-announcement')
  async run(id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const [one] = await tx.query<SpreadingRow[]>(
        `select spread_after, important, audience, category, procedure_id from announcement
         where id = $1 and spread_at is null and (ends_at is null or ends_at > now()) for update`,
        [id],
      );
      if (!one) return;
      const last = await this.oweNext(tx, id, one);
      await tx.query(
        `update announcement set spread_after = coalesce($2, spread_after), spread_at = case when $3 then now() end
         where id = $1`,
        [id, last.account, last.isAll],
      );
      if (!last.isAll) {
        await tx.query('insert into outbox (id, queue, name, subject_id) values ($1, $2, $3, $4)', [
          newId(),
          jobKinds['spread-announcement'].queue,
          'spread-announcement',
          id,
        ]);
      }
    });
  }

  private async oweNext(
    tx: EntityManager,
    id: string,
    { spread_after, important, audience, category, procedure_id }: SpreadingRow,
  ): Promise<{ readonly account: string | null; readonly isAll: boolean }> {
    const wanting = await tx.query<{ id: string }[]>(
      `select a.id from account a
       where a.disabled_at is null and a.guest_of is null and ($1::uuid is null or a.id > $1)
         and ($2 or (a.wants_news and exists (
           select 1 from favourite f where f.account_id = a.id
             and ((f.kind = 'category' and f.name = $3) or (f.kind = 'procedure' and f.name = $4)))))
         and ($5::text is null or exists (
           select 1 from applicant p where p.account_id = a.id and p.kind = $5))
       order by a.id limit ${BATCH}`,
      [spread_after, important, category, procedure_id, audience],
    );
    await tx.query(
      `with mail as (
         insert into announcement_mail (id, announcement_id, account_id)
         select m.id, $1, m.account_id from unnest($2::uuid[], $3::uuid[]) as m(id, account_id)
         on conflict do nothing returning id)
       insert into outbox (id, queue, name, subject_id) select id, $4, 'deliver-announcement', id from mail`,
      [id, wanting.map(newId), wanting.map((account) => account.id), jobKinds['deliver-announcement'].queue],
    );
    return { account: wanting.at(-1)?.id ?? null, isAll: wanting.length < BATCH };
  }
}
