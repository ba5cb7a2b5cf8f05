import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Answers } from '#engine';
import type { Asker } from '../access/asker.js';
import type { AttachmentView } from '../drafts/draft.dto.js';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { Submitted } from './submitted.js';

interface SubmittedRow {
  readonly procedure_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly version_number: number;
  readonly subject: string;
  readonly applicant_name: string;
  readonly n: number;
  readonly at: Date;
  readonly answers: Answers;
  readonly files: readonly (AttachmentView & { arrivedNow: boolean })[];
}

@Injectable()
export class PapersQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /**
   * The n-th submission of an application, for whose it is and for officials of its procedure; null for anything else.
   *
   * @param n null for the latest
   */
  async submitted(id: string, asker: Asker, n: number | null, language: Language): Promise<Submitted | null> {
    const [row] = await this.dataSource.query<SubmittedRow[]>(
      `select a.procedure_id, a.number, v.hash as version_hash, v.number as version_number, a.subject, a.applicant_name, s.n, s.at, s.answers,
         coalesce((
           select jsonb_agg(jsonb_build_object('id', f.id, 'field', f.field, 'name', f.name,
             'mediaType', f.media_type, 'bytes', f.bytes, 'sha256', f.sha256, 'arrivedNow', f.draft_id = s.draft_id)
             order by f.id)
           from attachment f join submission o on o.draft_id = f.draft_id and o.application_id = a.id
           where f.application_id = a.id and o.n <= s.n), '[]') as files
       from application a
       join submission s on s.application_id = a.id and s.n = coalesce($3, a.submission_count)
       join procedure_version v on v.hash = coalesce((
         -- What was handed in before the application moved on is read by the version of that day.
         select m.from_hash from application_move_item i join application_move m on m.id = i.move_id
         where i.application_id = a.id and i.outcome in ('moved', 'asked') and i.submission_n >= s.n
         order by i.at limit 1), a.version_hash)
       where a.id = $1 and ${asker.kind === 'applicant' ? 'a.applicant_id = $2' : 'a.procedure_id = any($2)'}`,
      [id, asker.kind === 'applicant' ? asker.id : Object.keys(asker.roles), n],
    );
    if (!row) return null;
    return {
      application: { id, procedure_id: row.procedure_id },
      version: inLanguage(await this.library.version(row.version_hash), language),
      versionNumber: row.version_number,
      language,
      number: row.number,
      subject: row.subject,
      applicantName: row.applicant_name,
      n: row.n,
      at: row.at,
      answers: row.answers,
      files: row.files,
    };
  }
}
