import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addWorkingDays, civilDateInJapan } from '#engine';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { oweOpinionMails } from '../notices/opinion-mail/owe-opinion-mail.js';

const lookEvery = 15 * 60_000;
/** Working days before the answer is due. */
const soon = 2;
const page = 200;

interface DueRow {
  readonly id: string;
  readonly due_on: string;
  /** Whole weeks since the day after it was due; null where it is not over. */
  readonly weeks: number | null;
}

/** Reminds offices of opinions: once before the day, the day after it, and then every week. */
@Injectable()
export class RemindOfOpinions extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, { log: 'opinions', pause: lookEvery, failure: 'Opinions could not be looked for' });
  }

  protected turn(): Promise<void> {
    return this.run(new Date());
  }

  /** Safe to run at any time and twice: each mail is owed once. */
  async run(now: Date): Promise<void> {
    const today = civilDateInJapan(now.toISOString());
    const until = addWorkingDays(today, soon);
    let after: DueRow = { id: '00000000-0000-0000-0000-000000000000', due_on: '0001-01-01', weeks: null };
    while (!this.isStopped) {
      const rows = await this.dataSource.query<DueRow[]>(
        `select id, due_on::text as due_on, case when due_on < $4 then ($4::date - due_on - 1) / 7 end as weeks
         from opinion where state = 'asked' and due_on <= $1 and (due_on, id) > ($2::date, $3::uuid)
         order by due_on, id limit ${page}`,
        [until, after.due_on, after.id, today],
      );
      for (const { id, due_on: dueOn, weeks } of rows) {
        await this.dataSource.transaction((tx) =>
          weeks === null
            ? oweOpinionMails(tx, id, 'due-soon', dueOn)
            : oweOpinionMails(tx, id, 'overdue', `${dueOn} ${weeks}`),
        );
      }
      const last = rows.at(-1);
      if (!last || rows.length < page) return;
      after = last;
    }
  }
}
