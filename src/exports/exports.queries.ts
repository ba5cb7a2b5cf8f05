import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { filterSql } from '../applications/queue.js';
import { CONFIG, type Config } from '../config/config.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { Language } from '../http/language.js';
import type { ExportContent, ExportDefinitionView, ExportFault, ExportView } from './export.dto.js';
import type { NumberedVersion } from './export-columns.js';
import type { ExportedRecord } from './export-rows.js';

const latest = 50;

interface ExportRecord {
  readonly id: string;
  readonly title: string;
  readonly procedure_id: string;
  readonly current_hash: string;
  readonly content: ExportContent;
  readonly state: ExportView['state'];
  readonly total: number | null;
  readonly done: number;
  readonly file_name: string | null;
  readonly bytes: string | null;
  readonly fault_count: number;
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

/** Where a page of applications ends. */
export type ArrivedAfter = readonly [submittedAt: string, id: string];

export const fromTheFirst: ArrivedAfter = ['-infinity', '00000000-0000-0000-0000-000000000000'];

@Injectable()
export class ExportsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The official's own, newest first; one, where an id is given. */
  async own(staffId: string, language: Language, id: string | null = null): Promise<ExportView[]> {
    const records = await this.dataSource.query<ExportRecord[]>(
      `select e.id, e.title, e.procedure_id, p.current_hash, e.content, e.state, e.total, e.done, e.file_name, e.bytes,
         e.fault_count, e.created_at, e.finished_at
       from export e join procedure p on p.id = e.procedure_id
       where e.staff_id = $1 and ($2::uuid is null or e.id = $2) order by e.id desc limit ${latest}`,
      [staffId, id],
    );
    const versions = await this.library.versions(records.map(({ current_hash: hash }) => hash));
    return records.map((record): ExportView => {
      const version = versions.get(record.current_hash);
      const title = version && inLanguage(version, language).procedure.info.title;
      const until = record.finished_at?.getTime() ?? 0;
      return {
        id: record.id,
        title: record.title,
        procedureId: record.procedure_id,
        procedureTitle: title ?? record.procedure_id,
        content: record.content,
        state: record.state,
        total: record.total,
        done: record.done,
        fileName: record.file_name,
        bytes: record.bytes === null ? null : Number(record.bytes),
        faultCount: record.fault_count,
        createdAt: record.created_at.toISOString(),
        finishedAt: record.finished_at?.toISOString() ?? null,
        keptUntil: record.state === 'done' ? new Date(until + this.config.exportKeepMs).toISOString() : null,
      };
    });
  }

  /** Null where there is none of the official's, or its time is over. */
  async file(
    staffId: string,
    id: string,
  ): Promise<{ readonly sha256: string; readonly name: string } | null> {
    const [row] = await this.dataSource.query<{ sha256: string; name: string }[]>(
      `select sha256, file_name as name from export
       where id = $1 and staff_id = $2 and state = 'done' and sha256 is not null`,
      [id, staffId],
    );
    return row ?? null;
  }

  async faults(
    staffId: string,
    id: string,
  ): Promise<{ readonly procedureId: string; readonly faults: readonly ExportFault[] } | null> {
    const [row] = await this.dataSource.query<{ procedureId: string; faults: ExportFault[] }[]>(
      'select procedure_id as "procedureId", faults from export where id = $1 and staff_id = $2',
      [id, staffId],
    );
    return row ?? null;
  }

  /** The official's own and what others share, of these procedures. */
  definitions(staffId: string, procedures: readonly string[]): Promise<ExportDefinitionView[]> {
    return this.dataSource.query<ExportDefinitionView[]>(
      `select d.id, d.title, d.shared, d.staff_id = $1 as own, s.name as "ownerName", d.content
       from export_definition d join staff s on s.id = d.staff_id
       where d.procedure_id = any($2) and (d.staff_id = $1 or d.shared)
       order by d.title, d.id`,
      [staffId, procedures],
    );
  }

  /** Every version ever published, oldest first, but the one in force at the end. */
  async versions(procedureId: string): Promise<readonly NumberedVersion[]> {
    const rows = await this.dataSource.query<{ number: number; hash: string }[]>(
      `select v.number, v.hash from procedure_version v join procedure p on p.id = v.procedure_id
       where v.procedure_id = $1 order by v.hash = p.current_hash, v.number`,
      [procedureId],
    );
    const compiled = await this.library.versions(rows.map(({ hash }) => hash));
    return rows.flatMap(({ number, hash }) => {
      const version = compiled.get(hash);
      return version ? [{ number, version }] : [];
    });
  }

  async count(content: ExportContent): Promise<number> {
    const { where, values } = matching(content);
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from application where ${where}`,
      [...values],
    );
    return row?.count ?? 0;
  }

  /** Applications in the order of their arrival, with what their answers are now. */
  page(content: ExportContent, after: ArrivedAfter, size: number): Promise<ExportedRecord[]> {
    const { where, values } = matching(content);
    const [at, id] = [values.length + 1, values.length + 2];
    return this.dataSource.query<ExportedRecord[]>(
      `select a.id, a.number, a.version_hash, a.subject, a.applicant_name, a.submitted_at, a.submission_count, a.paper, a.stage,
         a.entered_at, a.due_on::text as due_on, a.on_hold, a.team, t.name as assignee_name, a.warnings_count,
         a.closed_at, a.processing_days, s.answers, coalesce(a.state -> 'staff', '{}') as staff,
         coalesce(a.state -> 'overrides', '[]') as overrides,
         to_char(a.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as arrived
       from (
         select * from application
         where ${where} and (submitted_at, id) > ($${at}::timestamptz, $${id}::uuid)
         order by submitted_at, id limit ${size}) a
       join submission s on s.application_id = a.id and s.n = a.submission_count
       left join staff t on t.id = a.assignee_id
       order by a.submitted_at, a.id`,
      [...values, ...after],
    );
  }

  async fileNames(applications: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.dataSource.query<{ id: string; name: string }[]>(
      'select id, name from attachment where application_id = any($1)',
      [applications],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** Why there is no such export of the official's, or none that can be stopped. */
export async function exportIsThere(tx: EntityManager, staffId: string, id: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>('select 1 from export where id = $1 and staff_id = $2', [
    id,
    staffId,
  ]);
  return rows.length > 0;
}

function matching(content: ExportContent): { readonly where: string; readonly values: readonly unknown[] } {
  const { procedureId, stages, state, arrivedFrom, arrivedTo, only } = content;
  const conditions = [
    'procedure_id = $1',
    "($2::text[] = '{}' or stage = any($2))",
    `($3::date is null or submitted_at >= $3::date::timestamp at time zone 'Asia/Tokyo')`,
    `($4::date is null or submitted_at < ($4::date + 1)::timestamp at time zone 'Asia/Tokyo')`,
    ...(state === 'all' ? [] : [state === 'open' ? 'open' : 'not open']),
    ...only.map((filter) => filterSql[filter]),
  ];
  return { where: conditions.join(' and '), values: [procedureId, stages, arrivedFrom, arrivedTo] };
}
