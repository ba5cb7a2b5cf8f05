import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import type { Language } from '../http/language.js';
import { Refused, refuse } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { officesOf } from '../staff/offices-of.js';
import type { OpinionLine, OpinionList, OpinionQueue } from './opinion.dto.js';

const pageSize = 50;
const today = `(now() at time zone 'Asia/Tokyo')::date`;
const ofOffice = `o.department_id in (${officesOf('$1')})`;

/** What is due first comes first; of what has ended, the latest. */
const queues: Readonly<Record<OpinionQueue, { readonly where: string; readonly ended: boolean }>> = {
  mine: { where: `o.state = 'asked' and o.assignee_id = $1 and ${ofOffice}`, ended: false },
  office: { where: `o.state = 'asked' and ${ofOffice}`, ended: false },
  overdue: { where: `o.state = 'asked' and o.due_on < ${today} and ${ofOffice}`, ended: false },
  ended: { where: `o.state <> 'asked' and ${ofOffice}`, ended: true },
  // Of what they asked they see those of procedures in which they have a role still.
  asked: { where: `o.asked_by_id = $1 and o.state = 'asked'`, ended: false },
};

interface Row extends Omit<OpinionLine, 'askedAt' | 'procedureTitle'> {
  readonly procedureId: string;
  readonly versionHash: string;
  readonly askedAt: Date;
  readonly key: string;
}

/** The queues of opinions: what an office was asked, and what an official has asked. */
@Injectable()
export class OpinionListQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  async list(
    staff: StaffAsker,
    queue: OpinionQueue,
    cursor: string | undefined,
    language: Language,
  ): Promise<OpinionList> {
    const { where, ended } = queues[queue];
    const [sign, direction] = ended ? ['<', 'desc'] : ['>', 'asc'];
    const key = ended
      ? `to_char(o.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`
      : 'o.due_on::text';
    const [from, id] = readCursor(cursor) ?? (ended ? last : first);
    const own = queue === 'asked';
    const rows = await this.dataSource.query<Row[]>(
      `select o.id, ${own ? 'a.id' : 'null'} as "applicationId", a.number, a.procedure_id as "procedureId",
         a.version_hash as "versionHash", o.question, o.asked_from as "askedFrom",
         d.${language === 'ja' ? 'full_ja' : 'full_en'} as department,
         case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end as assignee,
         o.due_on::text as "dueOn", o.state = 'asked' and o.due_on < ${today} as overdue, o.state, o.standpoint,
         o.asked_at as "askedAt", ${key} as key
       from opinion o join application a on a.id = o.application_id join department d on d.id = o.department_id
       left join staff s on s.id = o.assignee_id
       where ${where} and ($4::text[] is null or a.procedure_id = any($4)) and (${key}, o.id) ${sign} ($2, $3::uuid)
       order by ${key} ${direction}, o.id ${direction} limit ${pageSize + 1}`,
      [staff.id, from, id, own ? Object.keys(staff.roles) : null],
    );
    const versions = await this.library.versions(rows.map(({ versionHash }) => versionHash));
    const shown = rows.slice(0, pageSize);
    const end = shown.at(-1);
    return {
      counts: await this.counts(staff),
      opinions: shown.map(({ procedureId, versionHash, key: _, askedAt, ...line }) => {
        const version = versions.get(versionHash);
        return {
          ...line,
          procedureTitle: version ? inLanguage(version, language).procedure.info.title : procedureId,
          askedAt: askedAt.toISOString(),
        };
      }),
      next: rows.length > pageSize && end ? writeCursor(end.key, end.id) : null,
    };
  }

  /** Whether opinions are anything to the official: their office was asked, or they have asked. */
  async concerns(staff: StaffAsker): Promise<boolean> {
    const [row] = await this.dataSource.query<{ concerned: boolean }[]>(
      `select exists (select from opinion o where ${ofOffice})
         or exists (select from opinion o where o.asked_by_id = $1) as concerned`,
      [staff.id],
    );
    return row?.concerned ?? false;
  }

  async counts(staff: StaffAsker): Promise<OpinionList['counts']> {
    const [row] = await this.dataSource.query<[OpinionList['counts']]>(
      `select count(*) filter (where o.assignee_id = $1)::int as mine, count(*)::int as office,
         count(*) filter (where o.due_on < ${today})::int as overdue,
         (select count(*)::int from opinion o join application a on a.id = o.application_id
          where ${queues.asked.where} and a.procedure_id = any($2)) as asked
       from opinion o where o.state = 'asked' and ${ofOffice}`,
      [staff.id, Object.keys(staff.roles)],
    );
    return row;
  }
}

const first = ['', '00000000-0000-0000-0000-000000000000'] as const;
const last = ['~', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

function writeCursor(key: string, id: string): string {
  return Buffer.from(`${key}/${id}`).toString('base64url');
}

/** @throws Refused for what is no cursor of ours */
function readCursor(text: string | undefined): readonly [string, string] | null {
  if (text === undefined) return null;
  const plain = Buffer.from(text, 'base64url').toString();
  const [, key = '', id = ''] =
    /^(\d{4}-\d{2}-\d{2}[\dT:.]*)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(plain) ?? [];
  if (id === '') throw new Refused(refuse('request-invalid', { params: { field: 'cursor' } }));
  return [key, id];
}
