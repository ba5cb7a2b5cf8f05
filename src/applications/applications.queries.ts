import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Answers, Problem, WorkflowState } from '#engine';
import type { OwnRows } from '../access/asker.js';
import { runStatement } from '../database/statement.js';
import { attachmentJson } from '../drafts/attachment.entity.js';
import type { AttachmentView } from '../drafts/draft.dto.js';
import type { TimeCursor } from '../http/time-cursor.js';
import type { NoticeView } from './application.dto.js';
import { revokedJson, stillHolds } from '../notices/proofs/revoked-sql.js';
import { opinionsOut, type Reach } from './locked-application.js';
import { searchForm } from './search-pairs.js';

export interface EventRecord {
  readonly at: string;
  readonly type: string;
  readonly from_stage: string | null;
  readonly to_stage: string;
  readonly action: string | null;
  readonly actor_kind: 'staff' | 'applicant' | 'system';
  readonly actor_id: string;
  readonly actor_name: string | null;
  readonly role: string | null;
  readonly on_behalf_of: string | null;
  /** Who did it in the applicant's name. */
  readonly agent_name: string | null;
  /** Name of the absent colleague. */
  readonly absent_name: string | null;
  readonly reason: string | null;
  readonly public_reason: string | null;
  /** Of a hand-over. */
  readonly note: string | null;
}

export interface NoticeRecord {
  readonly id: string;
  readonly kind: NoticeView['kind'];
  readonly template: string;
  readonly title: string;
  readonly created_at: string;
  readonly document_number: string | null;
  readonly text: string | null;
  readonly state: NoticeView['state'];
  readonly has_pdf: boolean;
  readonly first_opened_at: string | null;
  readonly revoked: { readonly at: string; readonly reason: string } | null;
}

/** Everything about one application, as of one moment. Instants inside the lists are PostgreSQL's ISO text. */
export interface ApplicationRecord {
  readonly id: string;
  readonly number: string;
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly subject: string;
  readonly applicant_name: string;
  readonly submitted_at: Date;
  readonly lock: number;
  readonly state: WorkflowState;
  readonly stage_roles: readonly string[];
  readonly warnings_count: number;
  readonly opinions_out: number;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly hold_owner_name: string | null;
  readonly answers: Answers;
  readonly warnings: readonly Problem[];
  /** When these answers were submitted. */
  readonly answered_at: Date;
  /** Answers of the submission before the latest; null when there was one only. */
  readonly answers_before: Answers | null;
  readonly correction_draft_id: string | null;
  /** The latest reason of a supervisor for another correction. */
  readonly correction_permission: {
    readonly name: string;
    readonly reason: string;
    readonly at: string;
  } | null;
  readonly attachments: readonly AttachmentView[];
  readonly events: readonly EventRecord[];
  readonly notices: readonly NoticeRecord[];
  readonly submissions: readonly { readonly n: number; readonly at: string }[];
  readonly messages: readonly WrittenRecord[];
  /** Messages of the office that the applicant has not read. */
  readonly unread_messages: number;
  readonly now: Date;
}

export interface ApplicationListRow {
  readonly id: string;
  readonly number: string;
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly subject: string;
  readonly stage: string;
  readonly submitted_at: Date;
  readonly correction_due_on: string | null;
  readonly open: boolean;
  readonly unread_messages: number;
  readonly unopened_notices: number;
}

/** That a message was written, and by whom; not what it says. */
export interface WrittenRecord {
  readonly at: string;
  readonly side: 'applicant' | 'office';
  readonly department: string | null;
  readonly staff_name: string | null;
  readonly agent_name: string | null;
}

/** Which of an applicant's applications; `text` is a part of number or subject, or a word of the procedure. */
export interface ApplicationFilter {
  readonly show: 'all' | 'open' | 'closed';
  readonly text: string;
  /** Procedures whose title holds the text. */
  readonly procedures: readonly string[];
}

const record = `
select a.id, a.number, a.procedure_id, a.version_hash, a.subject, a.applicant_name, a.submitted_at, a.lock, a.state,
  a.stage_roles, a.warnings_count, ${opinionsOut} as opinions_out, a.assignee_id, s.name as assignee_name, h.name as hold_owner_name,
  latest.answers, latest.warnings, latest.at as answered_at, earlier.answers as answers_before,
  (select d.id from draft d where d.corrects_id = a.id and d.state = 'open') as correction_draft_id,
  (select jsonb_build_object('name', t.name, 'reason', p.reason, 'at', p.at)
   from correction_permission p join staff t on t.id = p.staff_id
   where p.application_id = a.id order by p.at desc limit 1) as correction_permission,
  coalesce((
    select jsonb_agg(${attachmentJson} order by f.id)
    from attachment f where f.application_id = a.id), '[]') as attachments,
  coalesce((
    select jsonb_agg(to_jsonb(e) || jsonb_build_object('actor_name', t.name, 'absent_name', b.name) order by e.seq)
    from application_event e left join staff t on e.actor_kind = 'staff' and t.id::text = e.actor_id
      left join staff b on b.id::text = e.on_behalf_of
    where e.application_id = a.id), '[]') as events,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'template', n.template, 'title', n.title,
      'created_at', n.created_at, 'document_number', n.document_number, 'text', n.text, 'state', n.state,
      'has_pdf', n.pdf_sha256 is not null, 'first_opened_at', n.first_opened_at, 'revoked', ${revokedJson}) order by n.created_at, n.id)
    from notice n where n.application_id = a.id), '[]') as notices,
  (select jsonb_agg(jsonb_build_object('n', s.n, 'at', s.at) order by s.n) from submission s
   where s.application_id = a.id) as submissions,
  coalesce((
    select jsonb_agg(jsonb_build_object('at', m.at, 'side', m.side, 'department', m.department,
      'staff_name', t.name, 'agent_name', m.agent_name) order by m.at, m.id)
    from message m left join staff t on t.id = m.staff_id where m.application_id = a.id), '[]') as messages,
  (select count(*)::int from message m where m.application_id = a.id and m.side = 'office' and m.read_at is null)
    as unread_messages,
  now()
from application a
join submission latest on latest.application_id = a.id and latest.n = a.submission_count
left join submission earlier on earlier.application_id = a.id and earlier.n = a.submission_count - 1
left join staff s on s.id = a.assignee_id
left join staff h on h.id::text = a.state #>> '{hold,ownerId}'
where a.id = $1`;

const findOwn = { name: 'application_find_own', text: `${record} and a.applicant_id = $2` };
const findOfProcedures = {
  name: 'application_find_of_procedures',
  text: `${record} and a.procedure_id = any($2)`,
};

@Injectable()
export class ApplicationsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Null when there is none within reach: absent and foreign are the same. */
  async find(id: string, reach: Reach): Promise<ApplicationRecord | null> {
    const [row] =
      'applicantId' in reach
        ? await runStatement<ApplicationRecord>(this.dataSource, findOwn, [id, reach.applicantId])
        : await runStatement<ApplicationRecord>(this.dataSource, findOfProcedures, [id, reach.procedures]);
    return row ?? null;
  }

  /** A page of an applicant's own, newest first. */
  list(
    rows: OwnRows,
    filter: ApplicationFilter,
    after: TimeCursor | null,
    size: number,
  ): Promise<ApplicationListRow[]> {
    const wanted = searchForm(filter.text);
    return this.dataSource.query<ApplicationListRow[]>(
      `select id, number, procedure_id, version_hash, subject, stage, submitted_at, open,
         correction_due_on::text as correction_due_on,
         (select count(*)::int from message m
          where m.application_id = a.id and m.side = 'office' and m.read_at is null) as unread_messages,
         (select count(*)::int from notice n where n.application_id = a.id and n.kind = 'notice'
          and n.pdf_sha256 is not null and n.first_opened_at is null and ${stillHolds}) as unopened_notices
       from application a
       where applicant_id = $1 and (submitted_at, id) < ($2::timestamptz, $3::uuid)
         and ($4 = 'all' or open = ($4 = 'open'))
         and ($5 = '' or strpos(lower(number), $5) > 0 or strpos(regexp_replace(lower(normalize(subject, NFKC)), '\\s', '', 'g'), $5) > 0
           or procedure_id = any($6))
         and ($8::text is null or procedure_id = $8) and ($9::uuid is null or id = $9)
       order by submitted_at desc, id desc limit $7`,
      [
        rows.applicantId,
        after?.at ?? 'infinity',
        after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        filter.show,
        wanted,
        filter.procedures,
        size,
        rows.procedureId,
        rows.applicationId,
      ],
    );
  }
}

/** PostgreSQL's ISO text inside JSON → the API's. */
export function iso(text: string): string {
  return new Date(text).toISOString();
}
