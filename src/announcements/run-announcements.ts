import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { beginAnnouncement } from './begin-announcement.js';
import { recordAnnouncementEvent } from './desk/record-announcement-event.js';
import { oweSpreading } from './owe-spreading.js';

const lookEvery = 2_000;
/** A block of mails takes moments; one that has not moved for so long stood in a queue that was lost. */
const lostAfter = '2 minutes';

/** Publishes what was planned when its time has come, and goes on with mails whose job was lost. */
@Injectable()
export class RunAnnouncements extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, {
      log: 'announcements',
      pause: lookEvery,
      failure: 'Announcements could not be looked at',
    });
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  async run(): Promise<void> {
    while (!this.isStopped && (await this.publishNext()));
    await this.goOn();
  }

  /** Once, however many workers look: who comes second finds it published. */
  private async publishNext(): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const [due] = await tx.query<{ id: string; approved_by: string }[]>(
        `select id, approved_by from announcement where state = 'planned' and starts_at <= clock_timestamp()
         order by starts_at limit 1 for update skip locked`,
      );
      if (!due) return false;
      await beginAnnouncement(tx, due.id, { kind: 'system', id: null }, { approvedBy: due.approved_by });
      await recordAnnouncementEvent(tx, null, due.id, 'publish');
      return true;
    });
  }

  private async goOn(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const stuck = await tx.query<{ id: string }[]>(
        `select id from announcement where state = 'published' and spread_at is null and paused_at is null
           and mails_stopped_at is null and (ends_at is null or ends_at > now())
           and coalesce(spread_moved_at, published_at) < clock_timestamp() - interval '${lostAfter}'
         for update skip locked`,
      );
      for (const { id } of stuck) {
        await tx.query('update announcement set spread_moved_at = clock_timestamp() where id = $1', [id]);
        await oweSpreading(tx, id);
      }
    });
  }
}
