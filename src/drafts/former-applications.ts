import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Answers, type Form, reusableFiles } from '#engine';
import { newId } from '../database/id.js';

/** An own application whose answers a new draft may begin with. */
export interface FormerApplication {
  readonly id: string;
  readonly number: string;
  readonly siteId: string | null;
  /** As they were last submitted. */
  readonly answers: Answers;
}

@Injectable()
export class FormerApplications {
  constructor(private readonly dataSource: DataSource) {}

  /** Null for one of another person or another procedure. */
  async find(applicantId: string, procedureId: string, id: string): Promise<FormerApplication | null> {
    const [row] = await this.dataSource.query<FormerApplication[]>(
      `select a.id, a.number, a.site_id as "siteId", s.answers
       from application a
       join submission s on s.application_id = a.id and s.n = a.submission_count
       where a.id = $1 and a.applicant_id = $2 and a.procedure_id = $3`,
      [id, applicantId, procedureId],
    );
    return row ?? null;
  }

  /** Rows of the new draft for files of the former application. The content is the same one, and stays where it is. */
  async copyFiles(
    tx: EntityManager,
    former: FormerApplication,
    draftId: string,
    copies: ReadonlyMap<string, string>,
  ): Promise<void> {
    await tx.query(
      `insert into attachment (id, draft_id, field, name, media_type, bytes, sha256, taken_at, original_sha256, reused_from)
       select c.copy_id, $1, f.field, f.name, f.media_type, f.bytes, f.sha256, f.taken_at, f.original_sha256, $2
       from unnest($3::uuid[], $4::uuid[]) as c(file_id, copy_id)
       join attachment f on f.id = c.file_id and f.application_id = $5`,
      [draftId, former.number, [...copies.keys()], [...copies.values()], former.id],
    );
  }
}

/** Id of each file that may be taken over → id of its copy. */
export function copiesOf(form: Form, former: FormerApplication | null): ReadonlyMap<string, string> {
  return new Map(former ? reusableFiles(form, former.answers).map((id) => [id, newId()]) : []);
}
