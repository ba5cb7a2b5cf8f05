import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../access/asker.js';

export interface NoticePdf {
  readonly title: string;
  readonly number: string;
  readonly sha256: string;
  readonly application: { readonly id: string; readonly procedure_id: string };
}

interface NoticeRow {
  title: string;
  number: string;
  pdf_sha256: string;
  application: NoticePdf['application'];
}

const columns = `n.title, a.number, n.pdf_sha256,
  jsonb_build_object('id', a.id, 'procedure_id', a.procedure_id) as application`;

@Injectable()
export class OpenNotice {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The PDF of a notice that is ready, for the applicant it is addressed to or an official of its procedure. The
   * applicant's first opening is recorded: from then on nobody can say that it never arrived.
   */
  async run(id: string, asker: Asker): Promise<NoticePdf | null> {
    const row =
      asker.kind === 'applicant'
        ? await this.openByApplicant(id, asker.id)
        : await this.find(id, asker.roles);
    if (!row) return null;
    const { title, number, pdf_sha256: sha256, application } = row;
    return { title, number, sha256, application };
  }

  private async openByApplicant(id: string, applicantId: string): Promise<NoticeRow | undefined> {
    const [rows] = await this.dataSource.query<[NoticeRow[], number]>(
      `update notice n set first_opened_at = coalesce(n.first_opened_at, now())
       from application a
       where n.id = $1 and a.id = n.application_id and a.applicant_id = $2 and n.pdf_sha256 is not null
       returning ${columns}`,
      [id, applicantId],
    );
    const [row] = rows;
    if (row) await this.settleTask(id, row.application.id);
    return row;
  }

  /** The words of a mail were unfolded in the portal: whatever became of the mail, they were there to be read. */
  async readWords(id: string, applicantId: string): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `update notice n set first_opened_at = coalesce(n.first_opened_at, now())
       from application a
       where n.id = $1 and a.id = n.application_id and a.applicant_id = $2 and n.kind = 'message' and n.text is not null
       returning n.id`,
      [id, applicantId],
    );
    return rows.length > 0;
  }

  /** Nobody needs to ask any more whether it arrived. */
  private async settleTask(id: string, applicationId: string): Promise<void> {
    await this.dataSource.query(
      `update delivery_task set settled_at = now(), outcome = 'opened'
       where application_id = $2 and notice_id = $1 and kind = 'unopened' and settled_at is null`,
      [id, applicationId],
    );
  }

  private async find(
    id: string,
    roles: Readonly<Record<string, readonly string[]>>,
  ): Promise<NoticeRow | undefined> {
    const [row] = await this.dataSource.query<NoticeRow[]>(
      `select ${columns} from notice n join application a on a.id = n.application_id
       where n.id = $1 and a.procedure_id = any($2) and n.pdf_sha256 is not null`,
      [id, Object.keys(roles)],
    );
    return row;
  }
}
