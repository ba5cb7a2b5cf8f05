import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan } from '#engine';
import type { StaffAsker } from '../../access/asker.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { mayRevoke } from './may-revoke.js';
import type { ProofDecision, ProofWords } from './notice-proof.entity.js';
import type { NoticeProofs, ProvedNotice } from './proof.dto.js';

interface ProvedRow {
  readonly words: ProofWords | null;
  readonly title: string;
  readonly document_number: string | null;
  readonly created_at: Date;
  readonly version_hash: string;
  readonly approvals: number;
  readonly level: 'none' | 'B-B' | 'B-T' | null;
  readonly signer: string | null;
  readonly signed_at: Date | null;
  readonly stamped_at: Date | null;
  readonly revoked_at: Date | null;
  readonly public_reason: string | null;
  readonly today: string;
}

const proved = `
select p.words, n.title, n.document_number, n.created_at, a.version_hash,
  coalesce(jsonb_array_length(p.decision -> 'by'), 0) as approvals, p.level, p.signer, p.signed_at, p.stamped_at,
  r.settled_at as revoked_at, r.public_reason, to_char(now() at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as today
from notice n join application a on a.id = n.application_id
left join notice_proof p on p.notice_id = n.id
left join notice_revocation r on r.notice_id = n.id and r.state = 'revoked'
where n.state = 'ready' and n.kind = 'notice' and`;

interface ListedRow {
  readonly id: string;
  readonly title: string;
  readonly document_number: string | null;
  readonly address: string | null;
  readonly pdf_sha256: string;
  readonly level: 'none' | 'B-B' | 'B-T' | null;
  readonly signer: string | null;
  readonly decision: ProofDecision | null;
  readonly state: 'asked' | 'revoked' | null;
  readonly reason: string;
  readonly public_reason: string;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly settled_by: string | null;
  readonly settled_at: Date | null;
}

@Injectable()
export class ProofsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** The notice whose code was scanned; null: there is none. */
  async byToken(token: string): Promise<ProvedNotice | null> {
    return this.proved(`${proved} p.token = $1`, token);
  }

  /** The notice that was handed out with just these bytes. */
  async bySha256(sha256: string): Promise<ProvedNotice | null> {
    return this.proved(`${proved} n.pdf_sha256 = $1 limit 1`, sha256);
  }

  private async proved(sql: string, key: string): Promise<ProvedNotice | null> {
    const [row] = await this.dataSource.query<ProvedRow[]>(sql, [key]);
    if (!row) return null;
    const words = row.words ?? (await this.wordsBefore(row));
    const revoked =
      row.revoked_at === null ? null : { at: row.revoked_at.toISOString(), reason: row.public_reason ?? '' };
    return {
      ...words,
      standing: revoked ? 'revoked' : words.until !== null && words.until < row.today ? 'expired' : 'valid',
      revoked,
      approvals: row.approvals,
      signature:
        row.level === null || row.level === 'none' || row.signed_at === null
          ? null
          : {
              level: row.level,
              signer: row.signer ?? '',
              signedAt: row.signed_at.toISOString(),
              stampedAt: row.stamped_at?.toISOString() ?? null,
            },
    };
  }

  /** Of a notice that was issued before notices had proofs. */
  private async wordsBefore(row: ProvedRow): Promise<ProofWords> {
    const { procedure } = await this.library.version(row.version_hash);
    const { title, department } = procedure.info;
    return {
      title: row.title,
      procedure: title,
      department,
      documentNumber: row.document_number,
      issuedOn: civilDateInJapan(row.created_at.toISOString()),
      public: null,
      until: null,
    };
  }

  /** Null: the application is not the official's to see. */
  async ofApplication(staff: StaffAsker, id: string): Promise<NoticeProofs | null> {
    const [application] = await this.dataSource.query<{ procedure_id: string; version_hash: string }[]>(
      'select procedure_id, version_hash from application where id = $1 and procedure_id = any($2)',
      [id, Object.keys(staff.roles)],
    );
    if (!application) return null;
    const { procedure } = await this.library.version(application.version_hash);
    const mayAsk = mayRevoke(staff, procedure);
    const rows = await this.dataSource.query<ListedRow[]>(
      `select n.id, n.title, n.document_number, p.address, n.pdf_sha256, p.level, p.signer, p.decision,
         r.state, r.reason, r.public_reason, r.asked_by, r.asked_at, r.settled_by, r.settled_at
       from notice n left join notice_proof p on p.notice_id = n.id
       left join notice_revocation r on r.notice_id = n.id and r.state <> 'declined'
       where n.application_id = $1 and n.kind = 'notice' and n.state = 'ready' and n.pdf_sha256 is not null
       order by n.created_at desc, n.id desc`,
      [id],
    );
    const names = await this.namesOf(rows);
    const person = (by: string, at: string | Date) => ({
      id: by,
      name: names.get(by) ?? '',
      at: typeof at === 'string' ? at : at.toISOString(),
    });
    return {
      mayAsk,
      notices: rows.map((row) => ({
        id: row.id,
        title: row.title,
        documentNumber: row.document_number,
        address: row.address,
        sha256: row.pdf_sha256,
        level: row.level,
        signer: row.signer,
        decision: (row.decision?.by ?? []).map(({ id: by, at }) => person(by, at)),
        revocation:
          row.state === null
            ? null
            : {
                state: row.state,
                reason: row.reason,
                publicReason: row.public_reason,
                asked: person(row.asked_by, row.asked_at),
                settled:
                  row.settled_by === null || row.settled_at === null
                    ? null
                    : person(row.settled_by, row.settled_at),
                mayDecide: row.state === 'asked' && mayAsk && row.asked_by !== staff.id,
              },
      })),
    };
  }

  private async namesOf(rows: readonly ListedRow[]): Promise<ReadonlyMap<string, string>> {
    const ids = rows.flatMap((row) => [
      ...(row.decision?.by ?? []).map(({ id }) => id),
      ...(row.state === null ? [] : [row.asked_by, row.settled_by ?? row.asked_by]),
    ]);
    const found = await this.dataSource.query<{ id: string; name: string }[]>(
      'select id, name from staff where id::text = any($1)',
      [[...new Set(ids)]],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}
