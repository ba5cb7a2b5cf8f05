import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { shownFileName } from '../files/file-name.js';
import type { Upload } from '../http/open-upload.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { AdmitFile, recordAttachment } from './admit-file.js';
import { AttachmentRules } from './attachment-rules.js';
import type { AttachmentView } from './draft.dto.js';

@Injectable()
export class AttachFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: AttachmentRules,
    private readonly admit: AdmitFile,
  ) {}

  /**
   * Takes one file for a field of an open draft: measured while it streams, told by its content and not its name,
   * whole in the store before the row says so.
   *
   * @param open gives the upload, cut at so many bytes; null when the request holds no file
   */
  async run(
    applicantId: string,
    draftId: string,
    field: string,
    open: (maxBytes: number) => Promise<Upload | null>,
  ): Promise<Outcome<AttachmentView>> {
    const rule = await this.rules.forField(applicantId, draftId, field);
    if (!rule.ok) return rule;
    const upload = await open(rule.value.maxBytes);
    if (!upload) return refuse('request-invalid', { params: { field: 'file' } });
    const admitted = await this.admit.run(rule.value, upload.content, upload.cut);
    if (!admitted.ok) return admitted;
    const { file } = admitted.value;
    try {
      await file.keep();
      const tag = { applicantId, draftId, field, name: shownFileName(upload.name) };
      const attached = await recordAttachment(this.dataSource, tag, admitted.value);
      // Submitted or discarded while the file was on its way.
      return attached ? done(attached) : refuse('draft-already-submitted');
    } finally {
      await file.drop();
    }
  }
}
