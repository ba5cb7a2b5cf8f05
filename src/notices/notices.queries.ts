import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { appealOfNotice } from '#engine';
import type { OwnRows } from '../access/asker.js';
import type { Language } from '../http/language.js';
import type { TimeCursor } from '../http/time-cursor.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { revokedJson } from './proofs/revoked-sql.js';
import type { NoticeList } from './notice-list.dto.js';

interface ListRow {
  readonly id: string;
  readonly kind: 'message' | 'notice';
  readonly template: string;
  readonly title: string;
  readonly created_at: Date;
  readonly document_number: string | null;
  readonly text: string | null;
  readonly state: NoticeList['notices'][number]['state'];
  readonly has_pdf: boolean;
  readonly first_opened_at: Date | null;
  readonly revoked: { readonly at: string; readonly reason: string } | null;
  readonly application_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly subject: string;
}

@Injectable()
export class NoticesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** What an applicant was sent about all their applications, newest first. */
  async list(
    own: OwnRows,
    after: TimeCursor | null,
    size: number,
    language: Language,
  ): Promise<NoticeList['notices']> {
    const rows = await this.dataSource.query<ListRow[]>(
      `select n.id, n.kind, n.template, n.title, n.created_at, n.document_number, n.text, n.state,
         n.pdf_sha256 is not null as has_pdf, n.first_opened_at, ${revokedJson} as revoked, a.id as application_id, a.number, a.version_hash,
         a.subject
       from application a join notice n on n.application_id = a.id
       where a.applicant_id = $1 and (n.created_at, n.id) < ($2::timestamptz, $3::uuid)
         and ($5::text is null or a.procedure_id = $5) and ($6::uuid is null or a.id = $6)
       order by n.created_at desc, n.id desc limit $4`,
      [
        own.applicantId,
        after?.at ?? 'infinity',
        after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        size,
        own.procedureId,
        own.applicationId,
      ],
    );
    const versions = await this.library.versions(rows.map((row) => row.version_hash));
    return rows.map((row) => {
      const version = versions.get(row.version_hash);
      return {
        id: row.id,
        kind: row.kind,
        template: row.template,
        title: row.title,
        createdAt: row.created_at.toISOString(),
        documentNumber: row.document_number,
        text: row.text,
        state: row.state,
        pdf: row.has_pdf ? `/api/notices/${row.id}/pdf` : null,
        firstOpenedAt: row.first_opened_at?.toISOString() ?? null,
        appeal: version
          ? appealOfNotice(version.procedure, row.template, row.first_opened_at?.toISOString() ?? null)
          : null,
        revoked: row.revoked && { ...row.revoked, at: new Date(row.revoked.at).toISOString() },
        applicationId: row.application_id,
        number: row.number,
        procedureTitle: version ? inLanguage(version, language).procedure.info.title : '',
        subject: row.subject,
      };
    });
  }
}
