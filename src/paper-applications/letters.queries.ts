import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { stillHolds } from '../notices/proofs/revoked-sql.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { LetterList, LetterWay } from './paper.dto.js';
import { receivesPaper } from './paper-reach.js';

interface LetterRow {
  readonly notice_id: string;
  readonly application_id: string;
  readonly number: string;
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly title: string;
  readonly text: string | null;
  readonly pdf_sha256: string | null;
  readonly addressee: string;
  readonly postal: string;
  readonly address: string;
  readonly created_at: Date;
  /** Why it is sent although it can be read in the portal; null where they have no account. */
  readonly why: 'asked' | 'bounced' | 'unopened' | null;
  readonly way: LetterWay | null;
  readonly handed_on: string | null;
  readonly now: Date;
}

/** A letter with all that is printed on it. */
export type LetterToPrint = Omit<LetterRow, 'way' | 'handed_on'>;

const most = 200;

/** What must leave on paper: to those without an account, and where electronic ways were not wanted or did not do. */
export const lettersWhere = `((a.paper and c.account_id is null) or (b.notice_id is not null
  -- Who has opened it meanwhile needs it no more.
  and (b.reason <> 'unopened' or w.notice_id is not null or (n.first_opened_at is null and ${stillHolds}))))`;

const letters = `
select n.id as notice_id, a.id as application_id, a.number, a.procedure_id, a.version_hash, n.title, n.text,
  n.pdf_sha256, c.name as addressee, coalesce(c.profile ->> 'postal', '') as postal,
  coalesce(c.profile ->> 'address', '') as address, n.created_at, w.way, w.handed_on::text as handed_on,
  b.reason as why, now()
from application a
join applicant c on c.id = a.applicant_id
join notice n on n.application_id = a.id and (n.pdf_sha256 is not null or n.text is not null)
left join notice_by_post b on b.notice_id = n.id
left join letter w on w.notice_id = n.id
where ${lettersWhere} and a.procedure_id = any($1)`;

/** What is owed on paper, to those who applied on paper and have no account. */
@Injectable()
export class LettersQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Those that wait, the oldest first; or those that have gone, the latest first. */
  async list(staff: StaffAsker, show: 'waiting' | 'gone'): Promise<LetterList> {
    const rows = await this.dataSource.query<LetterRow[]>(
      show === 'waiting'
        ? `${letters} and w.notice_id is null order by n.created_at, n.id limit ${most}`
        : `${letters} and w.notice_id is not null order by w.handed_on desc, w.at desc, n.id limit ${most}`,
      [Object.keys(staff.roles)],
    );
    const versions = await this.library.versions(rows.map((row) => row.version_hash));
    return {
      letters: rows.flatMap((row) => {
        const version = versions.get(row.version_hash);
        if (!version || !receivesPaper(staff, version.procedure)) return [];
        return [
          {
            noticeId: row.notice_id,
            applicationId: row.application_id,
            number: row.number,
            procedureTitle: version.procedure.info.title,
            title: row.title,
            addressee: row.addressee,
            postal: row.postal,
            address: row.address,
            createdAt: row.created_at.toISOString(),
            why: row.why,
            way: row.way,
            handedOn: row.handed_on,
          },
        ];
      }),
      today: civilDateInJapan((rows[0]?.now ?? new Date()).toISOString()),
    };
  }

  /** Null when it is no letter that the official may print. */
  async find(noticeId: string, staff: StaffAsker): Promise<LetterToPrint | null> {
    const [row] = await this.dataSource.query<LetterRow[]>(`${letters} and n.id = $2`, [
      Object.keys(staff.roles),
      noticeId,
    ]);
    if (!row) return null;
    const { procedure } = await this.library.version(row.version_hash);
    return receivesPaper(staff, procedure) ? row : null;
  }
}
