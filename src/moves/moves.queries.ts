import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { mayInOffice } from '../access/office-roles.js';
import type { MoveView } from './moves.dto.js';

interface MoveRow {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly state: MoveView['state'];
  readonly begun_at: Date;
  readonly ended_at: Date | null;
  readonly total: number;
  readonly counts: readonly {
    readonly outcome: string;
    readonly reason: string | null;
    readonly count: number;
  }[];
}

@Injectable()
export class MovesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Of a procedure, the latest first. */
  async ofProcedure(me: StaffAsker, procedureId: string): Promise<MoveView[]> {
    const rows = await this.dataSource.query<MoveRow[]>(
      `select m.id, f.number as "from", t.number as "to", m.state, m.begun_at, m.ended_at, m.total,
         coalesce((select jsonb_agg(c) from (
           select i.outcome, i.reason, count(*)::int as count from application_move_item i
           where i.move_id = m.id group by i.outcome, i.reason order by count(*) desc) c), '[]') as counts
       from application_move m join procedure_version f on f.hash = m.from_hash
       join procedure_version t on t.hash = m.to_hash
       where m.procedure_id = $1 order by m.begun_at desc limit 20`,
      [procedureId],
    );
    return rows.map(({ begun_at: begunAt, ended_at: endedAt, counts, ...row }) => {
      const of = (outcome: string) => counts.filter((one) => one.outcome === outcome);
      const sum = (outcome: string) => of(outcome).reduce((all, { count }) => all + count, 0);
      const byReason = (outcomes: readonly string[]) =>
        counts.flatMap(({ outcome, reason, count }) =>
          outcomes.includes(outcome) && reason !== null ? [{ reason, count }] : [],
        );
      const moved = sum('moved');
      const isOpen = row.state === 'running' || row.state === 'done' || row.state === 'stopped';
      return {
        ...row,
        begunAt: begunAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        moved,
        asked: sum('asked'),
        back: sum('back'),
        stays: byReason(['stays']),
        kept: byReason(['moved', 'asked']),
        mayTakeBack:
          isOpen && (moved > 0 || row.state === 'running') && mayInOffice(me.officeRoles, 'publish'),
      };
    });
  }
}
