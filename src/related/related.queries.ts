import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sightOf } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { runStatement } from '../database/statement.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { viewerOf } from '../readings/viewer.js';
import type { RelatedList } from './related.dto.js';

/** Most related applications that are shown. */
const most = 30;
/** Most that are looked at for one trait: the telephone of an agent stands in thousands. */
const mostOfATrait = 200;

type Kind = RelatedList['applications'][number]['reasons'][number]['kind'];

interface RelatedRow {
  readonly id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly subject: string;
  readonly applicant_name: string;
  readonly stage: string;
  readonly submitted_at: Date;
  readonly by_another: boolean;
  readonly reasons: readonly { readonly kind: Kind; readonly path: string | null }[];
}

/**
 * Each part goes through an index alone and is bounded; ids are in the order of time. Only what is shown is read, so that
 * the answer takes as long among millions as among few.
 */
const related = {
  name: 'related_find',
  text: `
with subject as (select id, applicant_id, site_id from application where id = $1), shared as materialized (
  (select o.id, 'person' as kind, null::text as path from subject s
   cross join lateral (select a.id from application a where a.applicant_id = s.applicant_id
     order by a.submitted_at desc, a.id desc limit ${mostOfATrait}) o)
  union all
  (select o.id, 'site', null from subject s
   cross join lateral (select a.id from application a where a.site_id = s.site_id limit ${mostOfATrait}) o)
  union all
  (select o.application_id, t.kind, t.path from application_trait t
   cross join lateral (select x.application_id from application_trait x
     where x.kind = t.kind and x.value = t.value order by x.application_id desc limit ${mostOfATrait}) o
   where t.application_id = $1)
  union all
  (select o.application_id, 'file', f.field from attachment f
   cross join lateral (select x.application_id from attachment x
     where x.sha256 = f.sha256 and x.application_id is not null limit ${mostOfATrait}) o
   where f.application_id = $1)
), ranked as materialized (
  select id, bool_or(kind = 'person') as same_person, count(distinct kind) as kinds from shared where id <> $1
  group by id order by 2, 3 desc, 1 desc
), shown as materialized (
  select a.id, a.number, a.version_hash, a.subject, a.applicant_name, a.stage, a.submitted_at, r.same_person, r.kinds
  from ranked r cross join lateral (
    select * from application where id = r.id and procedure_id = any($2) offset 0) a
  order by r.same_person, r.kinds desc, r.id desc limit ${most + 1}
)
select n.id, n.number, n.version_hash, n.subject, n.applicant_name, n.stage, n.submitted_at,
  not n.same_person as by_another, w.reasons
from shown n
join (select id, jsonb_agg(distinct jsonb_build_object('kind', kind, 'path', path)) as reasons from shared
      where id in (select id from shown) group by id) w on w.id = n.id
order by n.same_person, n.kinds desc, n.id desc`,
};

const ofReach = {
  name: 'related_of_reach',
  text: 'select version_hash, stage from application where id = $1 and procedure_id = any($2)',
};

@Injectable()
export class RelatedQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Applications thought related to one, of those that the official may see. Null when that one is not within reach. */
  async find(id: string, staff: StaffAsker): Promise<RelatedList | null> {
    const reach = Object.keys(staff.roles);
    const [own] = await runStatement<{ version_hash: string; stage: string }>(this.dataSource, ofReach, [
      id,
      reach,
    ]);
    if (!own) return null;
    const { procedure } = await this.library.version(own.version_hash);
    const viewer = viewerOf(staff, procedure, own.stage);
    const titleOf = (path: string | null): string | null =>
      path === null ? null : (procedure.form.fields.get(path)?.title ?? null);
    const isTold = (path: string | null): boolean => {
      const field = path === null ? undefined : procedure.form.fields.get(path);
      return field === undefined || sightOf(procedure, viewer, field) !== 'hidden';
    };
    const rows = await runStatement<RelatedRow>(this.dataSource, related, [id, reach]);
    const applications = await Promise.all(
      rows.slice(0, most).map(async (row) => {
        const { procedure: its } = await this.library.version(row.version_hash);
        return {
          id: row.id,
          number: row.number,
          procedureTitle: its.info.title,
          subject: row.subject,
          applicantName: row.applicant_name,
          stageTitle: its.workflow.stages.get(row.stage)?.title ?? row.stage,
          submittedAt: row.submitted_at.toISOString(),
          byAnother: row.by_another,
          reasons: row.reasons
            .filter(({ path }) => isTold(path))
            .map(({ kind, path }) => ({ kind, title: titleOf(path) })),
        };
      }),
    );
    return {
      applications: applications.filter(({ reasons }) => reasons.length > 0),
      more: rows.length > most,
    };
  }
}
