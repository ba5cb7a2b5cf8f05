import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { mayInOffice } from '../access/office-roles.js';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { mayBeginNew, reachOf, withinReach } from './author-reach.js';
import { JudgedDrafts } from './judged-drafts.js';
import { presenceSeconds } from './keep-place.js';
import type { BuilderProcedure, BuilderProcedures, ListedDraft } from './procedure-list.dto.js';
import { keptDays } from './remove-draft.js';
import { listStartingPoints } from './starting-points.js';

interface DraftRow {
  readonly id: string;
  readonly procedure_id: string;
  readonly title: string;
  readonly revision: number;
  readonly changed_at: Date;
  readonly changed_by: string | null;
  readonly department: string | null;
  readonly editing: ListedDraft['editing'];
  readonly publication: { readonly state: 'asked' | 'planned'; readonly startsAt: string | null } | null;
  readonly may_write: boolean;
}

interface PublishedRow {
  readonly id: string;
  readonly number: number;
  readonly at: Date;
  readonly paused: boolean;
  readonly may_write: boolean;
  readonly drafts: number;
  readonly applications: number;
}

const drafts = `
select d.id, d.procedure_id, d.title, d.revision, d.changed_at, s.name as changed_by, o.full_ja as department,
  coalesce((select jsonb_agg(jsonb_build_object('name', w.name, 'place', p.place) order by p.since)
    from procedure_draft_presence p join staff w on w.id = p.staff_id
    where p.draft_id = d.id and p.staff_id <> $1 and p.seen_at > now() - interval '${presenceSeconds} seconds'), '[]')
    as editing,
  (select jsonb_build_object('state', q.state, 'startsAt', q.starts_at) from publication_request q
    where q.draft_id = d.id and q.state in ('asked', 'planned')) as publication,
  ${withinReach(5)} as may_write
from procedure_draft d left join staff s on s.id = d.changed_by left join department o on o.id = d.department_id
where d.removed_at is null and ${withinReach(2)}
order by d.changed_at desc limit 1000`;

const published = `
select d.procedure_id as id, v.number, d.paused, ${withinReach(1)} as may_write,
  coalesce((select r.at from procedure_release r where r.procedure_id = d.procedure_id order by r.id desc limit 1),
    v.published_at) as at,
  (select count(*)::int from draft w where w.procedure_id = d.procedure_id and w.kind = 'application'
    and w.state = 'open') as drafts,
  (select count(*)::int from application a where a.procedure_id = d.procedure_id and a.open) as applications
from (select id as procedure_id, department_id, current_hash, paused_at is not null as paused from procedure) as d
join procedure_version v on v.hash = d.current_hash`;

@Injectable()
export class BuilderQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
    private readonly judged: JudgedDrafts,
  ) {}

  async list(me: StaffAsker, language: Language): Promise<BuilderProcedures> {
    const [current, publishedRows, draftRows, removed] = await Promise.all([
      this.procedures.all(),
      this.dataSource.query<PublishedRow[]>(published, [...reachOf(me, 'write')]),
      this.dataSource.query<DraftRow[]>(drafts, [me.id, ...reachOf(me, 'read'), ...reachOf(me, 'write')]),
      this.removed(me),
    ]);
    const owners = new Map<string, DraftRow>();
    const draftsOf = new Map<string, ListedDraft[]>();
    for (const row of draftRows) {
      const draft = await this.listedDraft(row);
      if (!owners.has(row.procedure_id)) owners.set(row.procedure_id, row);
      draftsOf.set(row.procedure_id, [...(draftsOf.get(row.procedure_id) ?? []), draft]);
    }
    const inForce = current.flatMap((one): BuilderProcedure[] => {
      const { info } = inLanguage(one.version, language).procedure;
      const row = publishedRows.find(({ id }) => id === info.id);
      if (!row) return [];
      return [
        {
          id: info.id,
          title: info.title,
          department: info.department,
          published: { number: row.number, hash: one.version.hash, at: row.at.toISOString() },
          window: { opensAt: one.window.opensAt, closesAt: one.window.closesAt, state: one.state },
          paused: row.paused,
          inFlight: { drafts: row.drafts, applications: row.applications },
          drafts: draftsOf.get(info.id) ?? [],
          mayWrite: row.may_write,
        },
      ];
    });
    const known = new Set(inForce.map(({ id }) => id));
    const unpublished = [...owners].flatMap(([id, { title, department }]): BuilderProcedure[] =>
      known.has(id)
        ? []
        : [
            {
              id,
              title,
              department: department ?? '',
              published: null,
              window: null,
              paused: false,
              inFlight: { drafts: 0, applications: 0 },
              drafts: draftsOf.get(id) ?? [],
              mayWrite: (draftsOf.get(id) ?? []).some(({ mayWrite }) => mayWrite),
            },
          ],
    );
    return {
      procedures: [...unpublished, ...inForce],
      removed,
      templates: listStartingPoints(language),
      mayBegin: mayBeginNew(me),
      mayPublish: mayInOffice(me.officeRoles, 'publish'),
    };
  }

  private async listedDraft(row: DraftRow): Promise<ListedDraft> {
    const { publication } = row;
    return {
      id: row.id,
      title: row.title,
      revision: row.revision,
      changedAt: row.changed_at.toISOString(),
      changedBy: row.changed_by,
      problems: await this.judged.problemsOf(row.id, row.revision),
      editing: row.editing,
      publication: publication && {
        state: publication.state,
        startsAt: publication.startsAt && new Date(publication.startsAt).toISOString(),
      },
      mayWrite: row.may_write,
    };
  }

  private async removed(me: StaffAsker): Promise<BuilderProcedures['removed']> {
    const rows = await this.dataSource.query<
      { id: string; procedure_id: string; title: string; removed_at: Date }[]
    >(
      `select d.id, d.procedure_id, d.title, d.removed_at from procedure_draft d
       where d.removed_at > now() - interval '${keptDays} days' and ${withinReach(1)}
       order by d.removed_at desc limit 100`,
      [...reachOf(me, 'write')],
    );
    return rows.map(({ id, procedure_id: procedureId, title, removed_at: at }) => ({
      id,
      procedureId,
      title,
      removedAt: at.toISOString(),
    }));
  }
}
