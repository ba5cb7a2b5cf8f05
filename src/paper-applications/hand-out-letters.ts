import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan, isCivilDate } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { HandOutLettersRequest } from './paper.dto.js';
import { lettersWhere } from './letters.queries.js';
import { receivesPaper } from './paper-reach.js';

@Injectable()
export class HandOutLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** 発送: records when and how letters left the house; all of them or none. */
  async run(staff: StaffAsker, { notices, way, handedOn }: HandOutLettersRequest): Promise<Outcome<null>> {
    if (!isCivilDate(handedOn)) return refuse('request-invalid', { params: { field: 'handedOn' } });
    const ids = [...new Set(notices)];
    return this.dataSource
      .transaction(async (tx): Promise<Outcome<null>> => {
        const rows = await tx.query<{ id: string; version_hash: string; day: string; now: Date }[]>(
          `select n.id, a.version_hash, (n.created_at at time zone 'Asia/Tokyo')::date::text as day, now()
         from notice n join application a on a.id = n.application_id
         join applicant c on c.id = a.applicant_id
         left join notice_by_post b on b.notice_id = n.id
         left join letter w on w.notice_id = n.id
         where n.id = any($1) and ${lettersWhere} and a.procedure_id = any($2)
           and (n.pdf_sha256 is not null or n.text is not null)
         for update of n`,
          [ids, Object.keys(staff.roles)],
        );
        const versions = await this.library.versions(rows.map((row) => row.version_hash));
        const mine = rows.filter(({ version_hash }) => {
          const version = versions.get(version_hash);
          return version !== undefined && receivesPaper(staff, version.procedure);
        });
        if (mine.length !== ids.length) return refuse('letter-not-waiting');
        if (mine.some(({ now }) => handedOn > civilDateInJapan(now.toISOString())))
          return refuse('request-invalid', { params: { field: 'handedOn' } });
        const written = await tx.query<unknown[]>(
          `insert into letter (notice_id, way, handed_on, staff_id) select id, $2, $3, $4 from unnest($1::uuid[]) as id
         on conflict (notice_id) do nothing returning notice_id`,
          [ids, way, handedOn, staff.id],
        );
        if (written.length !== ids.length) throw new LetterGone();
        await recordAudit(tx, {
          actor: auditActorOf(staff),
          action: 'paper.hand-out',
          subject: { kind: 'letter', id: null },
          detail: { notices: ids, way, handedOn },
        });
        return done(null);
      })
      .catch((error: unknown) => {
        if (error instanceof LetterGone) return refuse('letter-not-waiting');
        throw error;
      });
  }
}

/** A colleague was faster: takes the transaction back. */
class LetterGone extends Error {}
