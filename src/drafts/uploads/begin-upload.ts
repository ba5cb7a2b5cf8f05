import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { shownFileName } from '../../files/file-name.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { tooLarge } from '../admit-file.js';
import { AttachmentRules } from '../attachment-rules.js';
import { readUpload, uploadView } from './locked-upload.js';
import type { BeginUploadRequest, UploadView } from './upload.dto.js';

@Injectable()
export class BeginUpload {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: AttachmentRules,
  ) {}

  /** Says that a file will come in pieces. The same request again gives the upload as far as it has come. */
  async run(
    applicantId: string,
    draftId: string,
    { id, field, name, bytes }: BeginUploadRequest,
  ): Promise<Outcome<{ readonly isNew: boolean; readonly upload: UploadView }>> {
    const begun = await readUpload(this.dataSource, id, applicantId);
    if (begun?.draft_id === draftId) return done({ isNew: false, upload: uploadView(begun) });
    const rule = await this.rules.forField(applicantId, draftId, field);
    if (!rule.ok) return rule;
    if (bytes > rule.value.maxBytes) return tooLarge(rule.value.maxBytes);
    const rows = await this.dataSource.query<unknown[]>(
      `insert into upload (id, draft_id, field, name, bytes)
       select $1, d.id, $4, $5, $6 from draft d
       where d.id = $2 and d.applicant_id = $3 and d.state = 'open'
       on conflict (id) do nothing returning id`,
      [id, draftId, applicantId, field, shownFileName(name), bytes],
    );
    const upload = await readUpload(this.dataSource, id, applicantId);
    // An id that somebody else has used is as good as none.
    if (!upload || upload.draft_id !== draftId) return refuse('not-found');
    return done({ isNew: rows.length > 0, upload: uploadView(upload) });
  }
}
