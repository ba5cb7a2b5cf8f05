import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addWorkingDays, type Answers, civilDateInJapan, type WorkflowState } from '#engine';
import { rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import { worksOn } from '../casework/case-reach.js';
import { deskFileJson } from '../desk-files/desk-file-json.js';
import { attachmentJson } from '../drafts/attachment.entity.js';
import type { AttachmentView } from '../drafts/draft.dto.js';
import type { Language } from '../http/language.js';
import type { UploadedFile } from '../http/send-uploaded.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { viewerOf } from '../readings/viewer.js';
import { officesOf } from '../staff/offices-of.js';
import type { CaseOpinion, CaseOpinions, OpinionView } from './opinion.dto.js';
import { shareable, sharedPages } from './shared-answers.js';

/** What both sides see, as JSON of a row `o`. Files of an answer that is being written are its office's alone. */
const saidOf = (withFiles: string, department: 'full_ja' | 'full_en'): string => `jsonb_build_object(
  'id', o.id, 'department', d.${department}, 'question', o.question, 'dueOn', o.due_on,
  'overdue', o.state = 'asked' and o.due_on < (now() at time zone 'Asia/Tokyo')::date, 'state', o.state,
  'assignee', case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end,
  'askedBy', b.name, 'askedFrom', o.asked_from, 'askedAt', o.asked_at, 'standpoint', o.standpoint, 'answer', o.answer,
  'endedAt', o.ended_at, 'endedBy', e.name, 'endReason', o.end_reason,
  'extensions', (select coalesce(jsonb_agg(jsonb_build_object('at', x.at, 'name', p.name, 'toOn', x.to_on, 'reason', x.reason)
    order by x.at), '[]') from opinion_extension x join staff p on p.id = x.staff_id where x.opinion_id = o.id),
  'files', case when ${withFiles} then (select coalesce(jsonb_agg(${deskFileJson} order by f.created_at, f.id), '[]')
    from desk_file f where f.opinion_id = o.id) else '[]' end)`;

const joined = `
opinion o join department d on d.id = o.department_id join staff b on b.id = o.asked_by_id
left join staff s on s.id = o.assignee_id left join staff e on e.id = o.ended_by_id`;

type Said = Omit<CaseOpinion, 'departmentId' | 'shared' | 'againOf'>;

interface SeenCase {
  readonly application_id: string;
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly lock: number;
  readonly stage: string;
  readonly open: boolean;
  readonly answers: Answers;
}

interface SeenRow extends SeenCase {
  readonly said: Said;
  readonly number: string;
  readonly shared: readonly string[];
  readonly submission_n: number;
  readonly submission_count: number;
  readonly department_id: string;
  readonly before: OpinionView['before'];
  readonly attachments: readonly AttachmentView[];
}

/** An opinion as its office sees it, and the application that it is about. */
export interface FoundOpinion {
  readonly view: OpinionView;
  readonly application: { readonly id: string; readonly procedure_id: string; readonly lock: number };
}

@Injectable()
export class OpinionsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Null when the asker is not of the office that is asked. */
  async find(id: string, staff: StaffAsker, language: Language): Promise<FoundOpinion | null> {
    const [row] = await this.dataSource.query<SeenRow[]>(
      `select ${saidOf(`o.state <> 'withdrawn'`, language === 'ja' ? 'full_ja' : 'full_en')} as said, o.shared, o.submission_n,
         o.department_id, a.id as application_id, a.procedure_id, a.version_hash, a.lock, a.stage, a.open, a.number,
         a.submission_count, n.answers,
         (select jsonb_build_object('question', q.question, 'standpoint', q.standpoint, 'answer', q.answer)
          from opinion q where q.id = o.again_of_id and q.department_id = o.department_id) as before,
         coalesce((select jsonb_agg(${attachmentJson} order by f.id) from attachment f
           where f.application_id = a.id), '[]') as attachments
       from ${joined} join application a on a.id = o.application_id
       join submission n on n.application_id = a.id and n.n = a.submission_count
       where o.id = $1 and o.department_id in (${officesOf('$2')})`,
      [id, staff.id],
    );
    if (!row) return null;
    const { procedure } = inLanguage(await this.library.version(row.version_hash), language);
    const seen = row.said.state !== 'withdrawn' && row.open;
    return {
      application: { id: row.application_id, procedure_id: row.procedure_id, lock: row.lock },
      view: {
        ...said(row.said),
        number: row.number,
        procedureTitle: procedure.info.title,
        pages: seen ? sharedPages(procedure, row, row.shared, language) : null,
        corrected: row.submission_count > row.submission_n,
        before: row.before,
        colleagues: await this.officialsOf(row.department_id),
      },
    };
  }

  /** A file of the applicant's that an answer names which is shared; null for everything else. */
  async sharedFile(
    id: string,
    fileId: string,
    staff: StaffAsker,
  ): Promise<(UploadedFile & { readonly application: FoundOpinion['application'] }) | null> {
    const found = await this.find(id, staff, 'ja');
    const named = found?.view.pages?.some(({ lines }) =>
      lines.some(({ files }) => files.some((file) => file.id === fileId)),
    );
    if (!found || !named) return null;
    const [file] = await this.dataSource.query<UploadedFile[]>(
      'select name, media_type, bytes, sha256 from attachment where id = $1 and application_id = $2',
      [fileId, found.application.id],
    );
    return file ? { ...file, application: found.application } : null;
  }

  /** Null when the application is not within the official's reach. */
  async ofCase(applicationId: string, staff: StaffAsker, language: Language): Promise<CaseOpinions | null> {
    const [row] = await this.dataSource.query<
      (SeenCase & { readonly stage_roles: readonly string[]; readonly state: WorkflowState })[]
    >(
      `select a.id as application_id, a.procedure_id, a.version_hash, a.lock, a.stage, a.open, a.stage_roles, a.state,
         n.answers
       from application a join submission n on n.application_id = a.id and n.n = a.submission_count
       where a.id = $1 and a.procedure_id = any($2)`,
      [applicationId, Object.keys(staff.roles)],
    );
    if (!row) return null;
    const { procedure } = inLanguage(await this.library.version(row.version_hash), language);
    const department = language === 'ja' ? 'full_ja' : 'full_en';
    const opinions = await this.dataSource.query<
      { said: Said; department_id: string; shared: readonly string[]; again_of_id: string | null }[]
    >(
      `select ${saidOf(`o.state = 'answered'`, department)} as said, o.department_id, o.shared, o.again_of_id
       from ${joined} where o.application_id = $1 order by o.asked_at desc, o.id desc limit 100`,
      [applicationId],
    );
    const mine = rolesToActIn(withoutUnlendable(staff, procedure), row.procedure_id);
    const allows = procedure.workflow.stages.get(row.stage)?.opinions ?? null;
    const may = allows !== null && row.stage_roles.some((role) => mine.includes(role));
    const titles = new Map([...procedure.form.fields.values()].map(({ path, title }) => [path, title]));
    return {
      opinions: opinions.map((one) => ({
        ...said(one.said),
        departmentId: one.department_id,
        shared: one.shared.map((path) => ({ path, title: titles.get(path) ?? path })),
        againOf: one.again_of_id,
      })),
      mayChange: row.open && worksOn(staff, row.procedure_id),
      ask: may
        ? {
            dueOn: addWorkingDays(civilDateInJapan(new Date().toISOString()), allows.workingDays),
            pages: pagesOf(shareable(procedure, viewerOf(staff, procedure, row.stage), row.answers)),
            departments: await this.departments(staff, department),
          }
        : null,
    };
  }

  /** Departments in which, or below which, somebody works; without the asker's own. */
  private departments(
    staff: StaffAsker,
    name: 'full_ja' | 'full_en',
  ): Promise<NonNullable<CaseOpinions['ask']>['departments']> {
    return this.dataSource.query(
      `with recursive of_office as (
         select s.id, s.name, s.department_id from staff s where s.disabled_at is null
         union all
         select o.id, o.name, d.parent_id from of_office o join department d on d.id = o.department_id
         where d.parent_id is not null
       )
       select d.id, d.${name} as name, jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name, o.id)
         as officials
       from department d join of_office o on o.department_id = d.id
       where d.id not in (${officesOf('$1')})
       group by d.id order by d.${name}, d.id`,
      [staff.id],
    );
  }

  private officialsOf(departmentId: string): Promise<OpinionView['colleagues']> {
    return this.dataSource.query(
      `with recursive part as (
         select $1::uuid as id union all select d.id from department d join part on d.parent_id = part.id
       )
       select s.id, s.name from staff s join part on part.id = s.department_id
       where s.disabled_at is null order by s.name, s.id limit 300`,
      [departmentId],
    );
  }
}

/** PostgreSQL's ISO text inside JSON → the API's. */
function said(row: Said): Said {
  const iso = (text: string): string => new Date(text).toISOString();
  return {
    ...row,
    askedAt: iso(row.askedAt),
    endedAt: row.endedAt === null ? null : iso(row.endedAt),
    extensions: row.extensions.map((extension) => ({ ...extension, at: iso(extension.at) })),
  };
}

function pagesOf(units: ReturnType<typeof shareable>): NonNullable<CaseOpinions['ask']>['pages'] {
  const pages = new Map<string, { path: string; title: string }[]>();
  for (const { page, title, field } of units)
    pages.set(page, [...(pages.get(page) ?? []), { path: field.path, title }]);
  return [...pages].map(([title, questions]) => ({ title, questions }));
}
