import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FileStore } from '../../files/file-store.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';

@Injectable()
export class CancelUpload {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: FileStore,
  ) {}

  /** Throws away what has come. An upload that is finished is an attachment, and not found here. */
  async run(applicantId: string, id: string): Promise<Outcome<null>> {
    const [gone] = await this.dataSource.query<[unknown[], number]>(
      `delete from upload u using draft d
       where u.id = $1 and u.attachment_id is null and d.id = u.draft_id and d.applicant_id = $2 returning u.id`,
      [id, applicantId],
    );
    if (gone.length === 0) return refuse('not-found');
    await this.store.dropPart(id);
    return done(null);
  }
}
