import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Asker, rolesToActIn } from '../access/asker.js';
import { runStatement } from '../database/statement.js';

/** A look so soon after another is the same look: the screen asks again by itself. */
const sameLookMs = 5 * 60_000;
/** How many looks this process remembers; forgotten ones cost a statement and change nothing else. */
const mostRemembered = 20_000;

const record = {
  name: 'reading_record',
  text: `
insert into reading (application_id, staff_id, day, department, roles, first_at, last_at)
values ($1, $2, (now() at time zone 'Asia/Tokyo')::date, $3, $4, now(), now())
on conflict (application_id, day, staff_id) do update set last_at = now(), times = reading.times + 1,
  department = excluded.department, roles = excluded.roles`,
};

@Injectable()
export class RecordReading {
  /** Official and application, in the state they saw → when their look was written. */
  private readonly written = new Map<string, number>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Records that an official is about to see an application, or a file, paper or message of it. Before they see it, not
   * after: what was not recorded was not shown. What applicants see of their own is not recorded.
   */
  async run(asker: Asker, application: { id: string; procedure_id: string; lock?: number }): Promise<void> {
    if (asker.kind === 'applicant') return;
    const key = `${asker.id} ${application.id} ${application.lock ?? ''}`;
    const now = Date.now();
    if (now - (this.written.get(key) ?? 0) < sameLookMs) return;
    await runStatement(this.dataSource, record, [
      application.id,
      asker.id,
      asker.department,
      rolesToActIn(asker, application.procedure_id),
    ]);
    if (this.written.size >= mostRemembered) this.written.clear();
    this.written.set(key, now);
  }
}
