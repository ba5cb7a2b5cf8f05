import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OwnRows } from '../access/asker.js';
import type { Language } from '../http/language.js';
import { stillHolds } from '../notices/proofs/revoked-sql.js';
import { acceptanceState, effectiveWindow } from '../procedures/acceptance-window.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { WaitingView } from './waiting.dto.js';

/** Enough to see where to begin; each list goes on at its own place. */
const most = 20;
/** A draft is pressing when its acceptance ends within so many days. */
const pressingDays = 7;

interface AboutRow {
  readonly id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly subject: string;
}

interface WaitingRow {
  readonly corrections: readonly (AboutRow & { due_on: string })[];
  readonly messages: readonly (AboutRow & { unread: number })[];
  readonly notices: readonly (AboutRow & { title: string })[];
  readonly drafts: readonly {
    id: string;
    version_hash: string;
    opens_at: string | null;
    closes_at: string | null;
  }[];
  readonly mail_trouble: boolean;
  readonly now: Date;
}

const about = `'id', a.id, 'number', a.number, 'version_hash', a.version_hash, 'subject', a.subject`;

/** What the asker may list: all, or the part that a mandate covers. */
const covered = (procedure: string, application: string): string =>
  `($2::text is null or ${procedure} = $2) and ($3::uuid is null or ${application} = $3)`;

@Injectable()
export class WaitingQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  async find(own: OwnRows, language: Language): Promise<WaitingView> {
    const [row] = await this.dataSource.query<[WaitingRow]>(
      `select
         coalesce((select jsonb_agg(one order by one ->> 'due_on') from (
           select jsonb_build_object(${about}, 'due_on', a.correction_due_on) as one from application a
           where a.applicant_id = $1 and ${covered('a.procedure_id', 'a.id')} and a.correction_due_on is not null and a.open
           order by a.correction_due_on limit ${most}) c), '[]') as corrections,
         coalesce((select jsonb_agg(one) from (
           select jsonb_build_object(${about}, 'unread', count(*)) as one
           from application a join message m on m.application_id = a.id and m.side = 'office' and m.read_at is null
           where a.applicant_id = $1 and ${covered('a.procedure_id', 'a.id')} group by a.id order by max(m.at) desc limit ${most}) c), '[]') as messages,
         coalesce((select jsonb_agg(one) from (
           select jsonb_build_object(${about}, 'title', n.title) as one
           from application a join notice n on n.application_id = a.id
           where a.applicant_id = $1 and ${covered('a.procedure_id', 'a.id')} and n.kind = 'notice' and n.pdf_sha256 is not null and n.first_opened_at is null and ${stillHolds}
           order by n.created_at desc limit ${most}) c), '[]') as notices,
         coalesce((select jsonb_agg(one) from (
           select jsonb_build_object('id', d.id, 'version_hash', d.version_hash, 'opens_at', p.opens_at,
             'closes_at', p.closes_at) as one
           from draft d join procedure p on p.id = d.procedure_id
           where d.applicant_id = $1 and ${covered('d.procedure_id', 'd.corrects_id')} and d.state = 'open' and d.kind = 'application'
           order by d.saved_at desc limit ${most}) c), '[]') as drafts,
         $2::text is null and $3::uuid is null and exists (
           select from applicant c join account l on l.id = c.account_id
           join mail_trouble t on t.recipient_key = lower(l.mail) where c.id = $1) as mail_trouble,
         now() as now`,
      [own.applicantId, own.procedureId, own.applicationId],
    );
    const hashes = [...row.corrections, ...row.messages, ...row.notices, ...row.drafts].map(
      ({ version_hash: hash }) => hash,
    );
    const versions = await this.library.versions(hashes);
    const infoOf = (hash: string) => {
      const version = versions.get(hash);
      return version && inLanguage(version, language).procedure.info;
    };
    const aboutOf = ({ id, number, version_hash: hash, subject }: AboutRow) => ({
      applicationId: id,
      number,
      procedureTitle: infoOf(hash)?.title ?? '',
      subject,
    });
    return {
      mailTrouble: row.mail_trouble,
      corrections: row.corrections.map((one) => ({ ...aboutOf(one), dueOn: one.due_on })),
      messages: row.messages.map((one) => ({ ...aboutOf(one), unread: one.unread })),
      notices: row.notices.map((one) => ({ ...aboutOf(one), title: one.title })),
      drafts: row.drafts.flatMap((draft) => {
        const info = infoOf(draft.version_hash);
        if (!info) return [];
        const window = effectiveWindow(
          info.acceptanceWindow,
          {
            opensAt: draft.opens_at === null ? null : new Date(draft.opens_at),
            closesAt: draft.closes_at === null ? null : new Date(draft.closes_at),
          },
          row.now,
        );
        const daysLeft = (Date.parse(window.closesAt) - row.now.getTime()) / 86_400_000;
        const pressing = acceptanceState(window, row.now) === 'open' && daysLeft <= pressingDays;
        return pressing ? [{ draftId: draft.id, procedureTitle: info.title, closesAt: window.closesAt }] : [];
      }),
    };
  }
}
