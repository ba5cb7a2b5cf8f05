import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, civilDateInJapan, type Form, valueInWords } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { worksOn } from '../casework/case-reach.js';
import { deskFileJson } from '../desk-files/desk-file-json.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import type { CaseVisits, RouteList, VisitLine, VisitView } from './visit.dto.js';
import type { VisitSlot } from './visit-proposal.dto.js';

interface VisitRow extends Omit<VisitView, 'procedureTitle' | 'findings'> {
  readonly procedureId: string;
  readonly versionHash: string;
  readonly findings: readonly VisitView['findings'][number][];
}

const columns = `
v.id, a.id as "applicationId", a.number, a.subject, a.applicant_name as "applicantName", a.procedure_id as "procedureId",
a.version_hash as "versionHash", v.on_day::text as "onDay", v.from_time as "fromTime", v.to_time as "toTime", v.place,
v.note, v.state, (
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
  from staff s where s.id = any(v.inspectors)) as inspectors`;

const whole = `${columns}, v.checklist, (
  select coalesce(jsonb_agg(jsonb_build_object('item', f.item, 'result', f.result, 'note', f.note, 'version', f.version,
    'name', s.name, 'at', f.at)), '[]')
  from visit_finding f join staff s on s.id = f.staff_id where f.visit_id = v.id) as findings, (
  select coalesce(jsonb_agg(${deskFileJson} || jsonb_build_object('item', f.item) order by f.created_at, f.id), '[]')
  from desk_file f where f.visit_id = v.id) as photos`;

@Injectable()
export class VisitsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly procedures: ProceduresQueries,
  ) {}

  /** Null when it is not within the official's reach. */
  async find(id: string, staff: StaffAsker): Promise<VisitView | null> {
    const [row] = await this.dataSource.query<VisitRow[]>(
      `select ${whole} from visit v join application a on a.id = v.application_id
       where v.id = $1 and a.procedure_id = any($2)`,
      [id, Object.keys(staff.roles)],
    );
    return row ? this.view(row) : null;
  }

  /** Visits of one day in the order of the route: one's own, or all of one's procedures. */
  async route(staff: StaffAsker, onDay: string, whose: 'mine' | 'all'): Promise<RouteList> {
    const mine = Object.keys(staff.roles).filter((procedure) => worksOn(staff, procedure));
    const visits = await this.dataSource.query<VisitLine[]>(
      `select ${columns}, jsonb_array_length(v.checklist) as items,
         (select count(*)::int from visit_finding f where f.visit_id = v.id) as found
       from visit v join application a on a.id = v.application_id
       where v.on_day = $1 and v.state <> 'cancelled' and a.procedure_id = any($2)
         and ($3 or $4 = any(v.inspectors))
       order by v.position, v.from_time, v.id limit 200`,
      [onDay, mine, whose === 'all', staff.id],
    );
    const inspected = (await this.procedures.all()).flatMap(({ version: { procedure } }) =>
      mine.includes(procedure.info.id)
        ? [...procedure.workflow.stages.values()]
            .filter(({ kind }) => kind === 'inspection')
            .map(({ name }) => ({ procedure: procedure.info.id, stage: name }))
        : [],
    );
    const unplanned = await this.dataSource.query<RouteList['unplanned']>(
      `select a.id as "applicationId", a.number, a.subject, a.due_on::text as "dueOn"
       from jsonb_to_recordset($1::jsonb) as w(procedure text, stage text)
       join application a on a.procedure_id = w.procedure and a.stage = w.stage and a.open
       where not exists (select from visit v where v.application_id = a.id and v.state = 'planned')
       order by a.due_on nulls last, a.id limit 50`,
      [JSON.stringify(inspected)],
    );
    return {
      onDay,
      visits: visits.map(({ ...line }) => withoutNames(line)),
      unplanned,
    };
  }

  /** Null when the application is not within the official's reach. */
  async ofCase(applicationId: string, staff: StaffAsker): Promise<CaseVisits | null> {
    const [application] = await this.dataSource.query<
      { procedure_id: string; version_hash: string; open: boolean; answers: Answers }[]
    >(
      `select a.procedure_id, a.version_hash, a.open, s.answers from application a
       join submission s on s.application_id = a.id and s.n = a.submission_count
       where a.id = $1 and a.procedure_id = any($2)`,
      [applicationId, Object.keys(staff.roles)],
    );
    if (!application) return null;
    const { procedure } = await this.library.version(application.version_hash);
    const rows = await this.dataSource.query<VisitRow[]>(
      `select ${whole} from visit v join application a on a.id = v.application_id
       where a.id = $1 order by v.on_day desc, v.planned_at desc limit 20`,
      [applicationId],
    );
    const stages = [...procedure.workflow.stages.values()].filter(({ kind }) => kind === 'inspection');
    const may = application.open && stages.length > 0 && worksOn(staff, application.procedure_id);
    const colleagues = may
      ? await this.dataSource.query<{ id: string; name: string; department: string }[]>(
          `select distinct s.id, s.name, d.full_ja as department from staff s
           join department d on d.id = s.department_id
           join staff_role_in_force r on r.staff_id = s.id
           where s.disabled_at is null and r.procedure_id = $1 and r.role = any($2) order by s.name, s.id`,
          [application.procedure_id, stages.flatMap(({ role }) => (role === null ? [] : [role]))],
        )
      : [];
    return {
      visits: await Promise.all(rows.map((row) => this.view(row))),
      proposal: await this.proposalOf(applicationId),
      plan: may ? { place: placeOf(procedure.form, application.answers), colleagues } : null,
    };
  }

  private async proposalOf(applicationId: string): Promise<CaseVisits['proposal']> {
    const [row] = await this.dataSource.query<{ slots: VisitSlot[]; state: string; proposed_at: Date }[]>(
      `select slots, state, proposed_at from visit_proposal where application_id = $1 order by proposed_at desc limit 1`,
      [applicationId],
    );
    return row && (row.state === 'open' || row.state === 'none-fits')
      ? { slots: row.slots, state: row.state, at: row.proposed_at.toISOString() }
      : null;
  }

  today(now = new Date()): string {
    return civilDateInJapan(now.toISOString());
  }

  private async view({ procedureId: _, versionHash, findings, ...row }: VisitRow): Promise<VisitView> {
    const { procedure } = await this.library.version(versionHash);
    return {
      ...row,
      procedureTitle: procedure.info.title,
      findings: findings.map((finding) => ({ ...finding, at: new Date(finding.at).toISOString() })),
    };
  }
}

function withoutNames(line: VisitLine & { procedureId?: string; versionHash?: string }): VisitLine {
  const { procedureId: _, versionHash: __, ...rest } = line;
  return rest;
}

/** Where the place is: its answers about a saved site, in the order of the form; else those of the applicant. */
export function placeOf(form: Form, answers: Answers): string {
  const parts = (source: 'site' | 'profile'): string =>
    [...form.fields.values()]
      .filter(({ prefill }) => new RegExp(`^${source}\\.(city|address|building)$`).test(prefill ?? ''))
      .map((field) => [field, valueAt(answers, field.path)] as const)
      .filter(([, value]) => typeof value === 'string' && value !== '')
      // A floor right behind the number of a house would make another number of it.
      .flatMap(([field, value]) => [
        field.prefill === `${source}.building` ? '　' : '',
        valueInWords(field, value, 'ja'),
      ])
      .join('')
      .trim();
  return parts('site') || parts('profile');
}

function valueAt(answers: Answers, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, name) => {
    const members = typeof inside === 'object' && inside !== null ? (inside as Answers) : {};
    return Object.hasOwn(members, name) ? members[name] : undefined;
  }, answers);
}
