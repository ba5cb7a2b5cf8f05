import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProcedureFiles } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { mayInOffice } from '../access/office-roles.js';
import { reachOf, withinReach } from '../builder/author-reach.js';
import type { PublicationLine } from './publishing.dto.js';

interface LineRow {
  readonly id: string;
  readonly procedure_id: string;
  readonly draft_id: string | null;
  readonly title: string;
  readonly hash: string;
  readonly state: PublicationLine['state'];
  readonly note: string;
  readonly asked_by: string | null;
  readonly written_by: string | null;
  readonly asker: string | null;
  readonly asked_at: Date;
  readonly starts_at: Date | null;
  readonly needed: number;
  readonly approvals: readonly { readonly staffId: string; readonly name: string; readonly at: string }[];
  readonly ended_at: Date | null;
  readonly ender: string | null;
  readonly reason: string | null;
  readonly may_write: boolean;
}

/** `d` stands for whose it is: of the draft, or where that is gone, of the procedure. */
const lines = `
select q.id, q.procedure_id, q.draft_id, q.title, q.hash, q.state, q.note, q.asked_by, q.written_by, s.name as asker,
  q.asked_at, q.starts_at, q.needed, q.ended_at, e.name as ender, q.reason, ${withinReach(4)} as may_write,
  coalesce((select jsonb_agg(jsonb_build_object('staffId', a.staff_id, 'name', w.name, 'at', a.at) order by a.at)
    from publication_approval a join staff w on w.id = a.staff_id where a.request_id = q.id), '[]') as approvals
from publication_request q
left join staff s on s.id = q.asked_by
left join staff e on e.id = q.ended_by
join lateral (
  select q.procedure_id, coalesce(
    (select department_id from procedure_draft where id = q.draft_id),
    (select department_id from procedure where id = q.procedure_id)) as department_id) d on true
where ${withinReach(1)}`;

export interface InForce {
  readonly number: number;
  readonly hash: string;
  readonly at: string;
  readonly files: ProcedureFiles;
}

@Injectable()
export class PublicationsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that wait, and the latest that have ended. */
  async list(me: StaffAsker): Promise<PublicationLine[]> {
    const rows = await this.dataSource.query<LineRow[]>(
      `${lines} order by (q.state in ('asked', 'planned')) desc, q.id desc limit 100`,
      [...reachOf(me, 'read'), ...reachOf(me, 'write')],
    );
    return rows.map((row) => lineOf(row, me));
  }

  /** Null where it is not there, or not within the official's reach. */
  async find(
    me: StaffAsker,
    id: string,
  ): Promise<{ readonly line: PublicationLine; readonly files: ProcedureFiles } | null> {
    const [row] = await this.dataSource.query<LineRow[]>(`${lines} and q.id = $7`, [
      ...reachOf(me, 'read'),
      ...reachOf(me, 'write'),
      id,
    ]);
    if (!row) return null;
    const [content] = await this.dataSource.query<{ files: ProcedureFiles }[]>(
      'select files from publication_request where id = $1',
      [id],
    );
    return content ? { line: lineOf(row, me), files: content.files } : null;
  }

  /** The open one of a draft, and the last that ended. */
  async ofDraft(me: StaffAsker, draftId: string): Promise<PublicationLine[]> {
    const rows = await this.dataSource.query<LineRow[]>(
      `${lines} and q.draft_id = $7 order by q.id desc limit 20`,
      [...reachOf(me, 'read'), ...reachOf(me, 'write'), draftId],
    );
    return rows.map((row) => lineOf(row, me));
  }

  async inForce(procedureId: string): Promise<InForce | null> {
    const [row] = await this.dataSource.query<
      { number: number; hash: string; at: Date; files: ProcedureFiles }[]
    >(
      `select v.number, v.hash, v.files, coalesce((select r.at from procedure_release r
         where r.procedure_id = p.id order by r.id desc limit 1), v.published_at) as at
       from procedure p join procedure_version v on v.hash = p.current_hash where p.id = $1`,
      [procedureId],
    );
    return row ? { ...row, at: row.at.toISOString() } : null;
  }
}

function lineOf(row: LineRow, me: StaffAsker): PublicationLine {
  const waits = row.state === 'asked';
  const publisher = mayInOffice(me.officeRoles, 'publish');
  const ownWork = row.asked_by === me.id || row.written_by === me.id;
  const agreed = row.approvals.some(({ staffId }) => staffId === me.id);
  return {
    id: row.id,
    procedureId: row.procedure_id,
    draftId: row.draft_id,
    title: row.title,
    hash: row.hash,
    state: row.state,
    note: row.note,
    askedBy: row.asker,
    askedAt: row.asked_at.toISOString(),
    startsAt: row.starts_at?.toISOString() ?? null,
    needed: row.needed,
    approvals: row.approvals.map(({ name, at }) => ({ name, at: new Date(at).toISOString() })),
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: row.ender,
    reason: row.reason,
    mayApprove: waits && publisher && !ownWork && !agreed,
    ownWork: waits && publisher && ownWork,
    mayWithdraw: (waits || row.state === 'planned') && (row.may_write || publisher),
  };
}
