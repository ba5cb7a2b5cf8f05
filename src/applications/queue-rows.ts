import { Injectable } from '@nestjs/common';
import { type Procedure, refuseTakingOn } from '#engine';
import { actorIn, rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import type { QueueList, QueueRow, QueueView } from './desk.dto.js';
import type { QueueAsker } from './queue.js';
import { type QueueCounts, QueuesQueries, type QueueRecord } from './queues.queries.js';

/** Queues and their rows with the titles of the procedures. */
@Injectable()
export class QueueRows {
  constructor(
    private readonly library: ProcedureLibrary,
    private readonly procedures: ProceduresQueries,
    private readonly queries: QueuesQueries,
  ) {}

  /**
   * The asker with the rights that queues are made of: what the versions in force let nobody lend is not there. A team
   * of theirs is the team of a procedure that has the same name.
   */
  async inQueues(staff: StaffAsker): Promise<QueueAsker> {
    const { names, colleagues } = await this.queries.teams(staff.id);
    const needed = staff.standsInFor.length > 0 || names.length > 0;
    const inForce = needed ? (await this.procedures.all()).map(({ version }) => version.procedure) : [];
    const teams = inForce
      .filter(({ info }) => Object.hasOwn(staff.roles, info.id))
      .flatMap(({ info, workflow }) =>
        [...workflow.teams]
          .filter(([, { title }]) => names.includes(title))
          .map(([team]) => [info.id, team] as const),
      );
    return { ...inForce.reduce(withoutUnlendable, staff), teams, colleagues };
  }

  async list(staff: StaffAsker, counts: QueueCounts): Promise<QueueList> {
    const allOpen = counts.byStage.reduce((sum, { count }) => sum + count, 0);
    return {
      queues: [
        { key: 'mine', title: '自分の担当', procedureId: null, count: counts.mine },
        { key: 'team', title: '班の担当', procedureId: null, count: counts.team },
        { key: 'unassigned', title: '未割当', procedureId: null, count: counts.unassigned },
        { key: 'returned', title: '戻ってきた申請', procedureId: null, count: counts.returned },
        { key: 'messages', title: 'メッセージの返信待ち', procedureId: null, count: counts.messages },
        { key: 'due-soon', title: '期限間近', procedureId: null, count: counts.dueSoon },
        { key: 'overdue', title: '期限超過', procedureId: null, count: counts.overdue },
        { key: 'on-hold', title: '保留中', procedureId: null, count: counts.onHold },
        { key: 'all-open', title: 'すべての処理中', procedureId: null, count: allOpen },
        ...(await this.stageQueues(staff, counts)),
      ],
    };
  }

  async views(asker: StaffAsker, records: readonly QueueRecord[]): Promise<QueueRow[]> {
    const versions = await this.library.versions(records.map((row) => row.version_hash));
    return records.map((row) => {
      const procedure = versions.get(row.version_hash)?.procedure;
      const staff = procedure ? withoutUnlendable(asker, procedure) : asker;
      return {
        id: row.id,
        number: row.number,
        procedureId: row.procedure_id,
        procedureTitle: procedure?.info.title ?? row.procedure_id,
        subject: row.subject,
        applicantName: row.applicant_name,
        stage: row.stage,
        stageTitle: procedure?.workflow.stages.get(row.stage)?.title ?? row.stage,
        submittedAt: row.submitted_at.toISOString(),
        enteredAt: row.entered_at.toISOString(),
        dueOn: row.due_on,
        overdue: row.overdue,
        warnings: row.warnings_count,
        paper: row.paper,
        onHold: row.on_hold,
        returned: row.returned,
        unread: row.unread,
        unreadMessages: row.unread_messages,
        opinionsOut: row.opinions_out,
        team: row.team === null ? null : (procedure?.workflow.teams.get(row.team)?.title ?? row.team),
        inPlaceOf: inPlaceOf(row, staff),
        values: {},
        assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
        mayAssign: procedure !== undefined && mayTakeOn(procedure, row, staff),
      };
    });
  }

  /** The stages of the versions in force, in the order of the review; and older ones that still hold a case. */
  private async stageQueues(staff: StaffAsker, { byStage }: QueueCounts): Promise<QueueView[]> {
    const mine = (await this.procedures.all()).filter(({ version }) =>
      Object.hasOwn(staff.roles, version.procedure.info.id),
    );
    return mine.flatMap(({ version: { procedure } }) => {
      const { id } = procedure.info;
      const counted = new Map(
        byStage.filter((row) => row.procedure_id === id).map(({ stage, count }) => [stage, count]),
      );
      const current = [...procedure.workflow.stages.values()].filter(
        ({ kind }) => kind !== 'final' && kind !== 'check',
      );
      const gone = [...counted.keys()].filter((name) => !procedure.workflow.stages.has(name));
      return [
        ...current.map(({ name, title }) => ({ name, title })),
        ...gone.map((name) => ({ name, title: name })),
      ].map(({ name, title }) => ({
        key: `stage:${id}:${name}`,
        title,
        procedureId: id,
        count: counted.get(name) ?? 0,
      }));
    });
  }
}

/** Name of the absent colleague whose role is awaited, unless one of the official's own is. */
function inPlaceOf(row: QueueRecord, staff: StaffAsker): string | null {
  if (row.stage_roles.some((role) => staff.roles[row.procedure_id]?.includes(role))) return null;
  const lent = staff.standsInFor.find(
    ({ procedureId, role }) => procedureId === row.procedure_id && row.stage_roles.includes(role),
  );
  return lent?.personName ?? null;
}

function mayTakeOn({ workflow }: Procedure, row: QueueRecord, staff: StaffAsker): boolean {
  const roles = rolesToActIn(staff, row.procedure_id);
  if (!row.stage_roles.some((role) => roles.includes(role))) return false;
  return refuseTakingOn(workflow, row, actorIn(staff, row.procedure_id)) === null;
}
