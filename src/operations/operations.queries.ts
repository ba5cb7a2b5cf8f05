import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OperationsView } from './operations.dto.js';

/** Work that has not been told of for so long beyond its pause stands still; it is told of twice a minute. */
const STILL_AFTER = `interval '3 minutes'`;
const WORK_STATE = `case
  when failures > 0 then 'failing'
  when last_at + pause_ms * interval '1 millisecond' < now() - ${STILL_AFTER} then 'still'
  else 'good' end`;
const LATE_TIMERS = `next_timer_at < now() - interval '10 minutes'`;
const settledShown = 20;

@Injectable()
export class OperationsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** What needs an administrator. */
  async faults(): Promise<number> {
    const [row] = await this.dataSource.query<[{ count: number }]>(
      `select (select count(*) from repeated_work where ${WORK_STATE} <> 'good')::int
         + (select count(*) from dead_job where state = 'open')::int
         + (select count(*) from failed_timer)::int
         + (select count(distinct reason) from notice_waiting)::int as count`,
    );
    return row.count;
  }

  async view(): Promise<OperationsView> {
    const [faults, works, [timers], failed, unsigned, [outbox], queues, deadJobs] = await Promise.all([
      this.faults(),
      this.dataSource.query<OperationsView['works']>(
        `select name, ${WORK_STATE} as state, ${instant('last_at')} as "lastAt",
           ${instant(`last_at + pause_ms * interval '1 millisecond'`)} as "nextAt", ${instant('ok_at')} as "okAt",
           ${instant('failed_at')} as "failedAt", failure, failures
         from repeated_work order by failures = 0, name`,
      ),
      this.dataSource.query<[{ nextAt: string | null; late: number }]>(
        `select ${instant('(select min(next_timer_at) from application)')} as "nextAt",
           (select count(*)::int from application where ${LATE_TIMERS}) as late`,
      ),
      this.dataSource.query<OperationsView['timers']['failed']>(
        `select a.number, ${instant('f.since')} as since, ${instant('a.next_timer_at')} as "nextAt", f.failures,
           f.failure
         from failed_timer f join application a on a.id = f.application_id order by f.since limit 200`,
      ),
      this.dataSource.query<OperationsView['unsigned']>(
        `select reason, count(*)::int as count, ${instant('min(since)')} as since
         from notice_waiting group by reason order by min(since) limit 50`,
      ),
      this.dataSource.query<[OperationsView['outbox']]>(
        `select count(*)::int as count, ${instant('min(created_at)')} as "oldestAt" from outbox`,
      ),
      this.dataSource.query<OperationsView['queues']>(
        `select queue as name, waiting, active, delayed, dead, ${instant('oldest_at')} as "oldestAt",
           ${instant('looked_at')} as "lookedAt"
         from queue_look order by queue`,
      ),
      this.dataSource.query<OperationsView['deadJobs']>(
        `select j.id, j.name, j.queue, j.attempts, ${instant('j.failed_at')} as "failedAt", j.failure, j.state,
           s.name as "settledBy", ${instant('j.settled_at')} as "settledAt", j.reason
         from (
           (select * from dead_job where state in ('open', 'wanted') order by failed_at desc limit 500)
           union all
           (select * from dead_job where state in ('again', 'left') order by settled_at desc limit ${settledShown})
         ) j left join staff s on s.id = j.settled_by
         order by j.state in ('again', 'left'), j.failed_at desc`,
      ),
    ]);
    return { faults, works, timers: { ...timers, failed }, unsigned, outbox, queues, deadJobs };
  }
}

function instant(expression: string): string {
  return `to_char((${expression}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
