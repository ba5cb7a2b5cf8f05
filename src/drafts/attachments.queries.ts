import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../access/asker.js';

export interface AttachmentContent {
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Null for one of a draft. */
  readonly application: SubmittedTo | null;
}

/** The application that a file belongs to, and the question that it answers. */
export interface SubmittedTo {
  readonly id: string;
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly stage: string;
  readonly field: string;
}

@Injectable()
export class AttachmentsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * An applicant's own file, or one that was submitted to a procedure in which the official has a role, or that an
   * official attached there while keying in a paper. Null for anything else, absent or not.
   */
  async find(id: string, asker: Asker): Promise<AttachmentContent | null> {
    const [row] = await this.dataSource.query<AttachmentContent[]>(
      asker.kind === 'applicant'
        ? `select f.name, f.media_type, f.bytes, f.sha256, null as application
           from attachment f join draft d on d.id = f.draft_id
           where f.id = $1 and d.applicant_id = $2`
        : `select f.name, f.media_type, f.bytes, f.sha256,
             case when a.id is not null then jsonb_build_object('id', a.id, 'procedure_id', a.procedure_id,
               'version_hash', a.version_hash, 'stage', a.stage, 'field', f.field) end as application
           from attachment f left join application a on a.id = f.application_id
           left join paper_draft p on p.draft_id = f.draft_id left join draft d on d.id = p.draft_id
           where f.id = $1 and coalesce(a.procedure_id, d.procedure_id) = any($2)`,
      [id, asker.kind === 'applicant' ? asker.id : Object.keys(asker.roles)],
    );
    return row ?? null;
  }
}
