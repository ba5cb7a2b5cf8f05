import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addWorkingDays, civilDateInJapan } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { StaffAskers } from '../access/staff-askers.js';
import type { Outcome } from '../http/refusal.js';
import { PlanVisit } from '../inspections/plan-visit.js';
import { ProposeVisit } from '../inspections/propose-visit.js';

/** Where the demo's inspector goes: twice today and once tomorrow; and times from which an applicant may choose. */
@Injectable()
export class MakeDemoVisits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly askers: StaffAskers,
    private readonly plan: PlanVisit,
    private readonly propose: ProposeVisit,
  ) {}

  /** On the first start only. */
  async run(): Promise<void> {
    const [any] = await this.dataSource.query<unknown[]>('select 1 from visit limit 1');
    const cases = await this.waiting('inspection');
    if (any || cases.length < 4) return;
    const [watanabe, suzuki] = [await this.official('watanabe'), await this.official('suzuki')];
    const today = civilDateInJapan(new Date().toISOString());
    const tomorrow = civilDateInJapan(new Date(Date.now() + 24 * 3_600_000).toISOString());
    const planned = [
      [cases[0], today, '10:00', '10:45', '裏口のインターホンを押す。'],
      [cases[1], today, '14:00', '14:45', ''],
      [cases[2], tomorrow, '11:00', '11:45', 'センサーの場所を先に確かめる。'],
    ] as const;
    for (const [one, onDay, fromTime, toTime, note] of planned) {
      if (!one) continue;
      const visit = {
        onDay,
        fromTime,
        toTime,
        place: one.place,
        inspectors: [watanabe.id],
        note,
        tell: false,
      };
      orThrow(await this.plan.run(watanabe, one.id, visit));
    }
    const [next] = await this.waiting('visit_scheduling');
    if (!next) return;
    const slots = [3, 4, 5].map((days, index) => ({
      onDay: addWorkingDays(today, days),
      fromTime: ['10:00', '14:00', '16:00'][index] ?? '10:00',
      toTime: ['11:00', '15:00', '17:00'][index] ?? '11:00',
    }));
    orThrow(
      await this.propose.run(suzuki, next.id, {
        slots,
        place: next.place,
        inspectors: [watanabe.id],
        note: '',
      }),
    );
  }

  private waiting(stage: string): Promise<readonly { readonly id: string; readonly place: string }[]> {
    return this.dataSource.query(
      `select a.id, '大阪市' || (s.answers -> 'store' ->> 'address') as place
       from application a join submission s on s.application_id = a.id and s.n = a.submission_count
       where a.procedure_id = 'gold-sticker' and a.stage = $1 and a.open order by a.entered_at desc, a.id`,
      [stage],
    );
  }

  private async official(login: string): Promise<StaffAsker> {
    const [row] = await this.dataSource.query<{ id: string }[]>('select id from staff where login = $1', [
      login,
    ]);
    const asker = row && (await this.askers.find(row.id));
    if (!asker) throw new Error(`There is no official ${login}.`);
    return asker;
  }
}

function orThrow<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
