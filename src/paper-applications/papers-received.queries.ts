import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker, StaffAsker } from '../access/asker.js';
import { deskFileJson } from '../desk-files/desk-file-json.js';
import type { DeskFileView } from '../desk-files/desk-file.dto.js';
import { DraftsQueries } from '../drafts/drafts.queries.js';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import type { Brought, PaperDesk, PaperDraftView, SetAside } from './paper.dto.js';
import { receivesPaper } from './paper-reach.js';

/** A paper that is being keyed in, or was. */
export interface PaperRow {
  readonly draft_id: string;
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly applicant_id: string;
  readonly applicant_name: string;
  readonly kind: 'individual' | 'business';
  readonly account_id: string | null;
  /** Of the account; empty for who gets letters. */
  readonly mail: string;
  readonly arrived_on: string;
  readonly brought: Brought;
  readonly set_aside: readonly SetAside[];
  readonly scans: readonly DeskFileView[];
  readonly now: Date;
}

const find = `
select p.draft_id, d.procedure_id, d.version_hash, d.applicant_id, c.name as applicant_name, c.kind, c.account_id,
  coalesce(l.mail, '') as mail, p.arrived_on::text as arrived_on, p.brought, p.set_aside, now(),
  coalesce((select jsonb_agg(${deskFileJson} order by f.created_at, f.id) from desk_file f
    where f.paper_draft_id = p.draft_id), '[]') as scans
from paper_draft p join draft d on d.id = p.draft_id
join applicant c on c.id = d.applicant_id left join account l on l.id = c.account_id
where p.draft_id = $1 and d.procedure_id = any($2)`;

@Injectable()
export class PapersReceived {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly procedures: ProceduresQueries,
    private readonly drafts: DraftsQueries,
  ) {}

  /** Null when the official keys in no paper of that procedure: absent and foreign are the same. */
  async find(id: string, staff: StaffAsker): Promise<PaperRow | null> {
    const [row] = await this.dataSource.query<PaperRow[]>(find, [id, Object.keys(staff.roles)]);
    if (!row) return null;
    const { procedure } = await this.library.version(row.version_hash);
    return receivesPaper(staff, procedure) ? row : null;
  }

  async view(id: string, staff: StaffAsker, language: Language): Promise<PaperDraftView | null> {
    const row = await this.find(id, staff);
    const draft = row && (await this.drafts.view(id, inTheNameOf(row), language));
    if (!row || !draft) return null;
    return {
      draft,
      arrivedOn: row.arrived_on,
      brought: row.brought,
      applicantName: row.applicant_name,
      mail: row.account_id === null ? null : row.mail,
      scans: [...row.scans],
      setAside: [...row.set_aside],
      keyedTwice: await this.keyedTwice(row),
      now: row.now.toISOString(),
    };
  }

  private async keyedTwice({ version_hash }: PaperRow): Promise<boolean> {
    const { procedure } = await this.library.version(version_hash);
    return procedure.workflow.keyedTwice.length > 0;
  }

  async desk(staff: StaffAsker, language: Language): Promise<PaperDesk> {
    const all = (await this.procedures.all()).filter(({ version }) =>
      receivesPaper(staff, version.procedure),
    );
    const procedures = all.map(({ version }) => {
      const { info } = inLanguage(version, language).procedure;
      return { id: info.id, title: info.title };
    });
    const titles = new Map(procedures.map(({ id, title }) => [id, title]));
    const reach = [...titles.keys()];
    const rows = await this.dataSource.query<
      (Omit<PaperDesk['drafts'][number], 'procedureTitle' | 'savedAt'> & {
        procedure_id: string;
        saved_at: Date;
      })[]
    >(
      `select d.id, d.kind, d.procedure_id, c.name as "applicantName", d.subject, p.arrived_on::text as "arrivedOn",
         p.brought, d.saved_at, s.name as "begunBy",
         case when k.draft_id is null then null when k.typed is null then 'waiting'
           when k.agreed is null then 'differs' else 'settled' end as check,
         k.typed is null and k.draft_id is not null and not $2 = any(p.seen_by) as "mayType"
       from paper_draft p join draft d on d.id = p.draft_id join applicant c on c.id = d.applicant_id
       join staff s on s.id = p.staff_id left join paper_check k on k.draft_id = p.draft_id
       where d.state = 'open' and d.procedure_id = any($1) order by d.saved_at desc limit 200`,
      [reach, staff.id],
    );
    const [waiting] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from (${lettersWaiting} limit 1000) as waiting`,
      [reach],
    );
    return {
      procedures,
      drafts: rows.map(({ procedure_id, saved_at, ...row }) => ({
        ...row,
        procedureTitle: titles.get(procedure_id) ?? '',
        savedAt: saved_at.toISOString(),
      })),
      letters: waiting?.count ?? 0,
    };
  }
}

/** Notices that can be printed and have not left the house. `$1`: procedures. */
export const lettersWaiting = `
select n.id from application a
join applicant c on c.id = a.applicant_id and c.account_id is null
join notice n on n.application_id = a.id and (n.pdf_sha256 is not null or n.text is not null)
left join letter w on w.notice_id = n.id
where a.paper and a.procedure_id = any($1) and w.notice_id is null`;

/** Whoever the paper is of, as drafts and submissions know those who apply. */
export function inTheNameOf({
  applicant_id: id,
  applicant_name: name,
  kind,
  mail,
}: PaperRow): ApplicantAsker {
  return { kind: 'applicant', id, accountId: '', name, mail, as: kind, guestOf: null, mandate: null };
}
