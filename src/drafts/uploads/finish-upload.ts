import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FileStore } from '../../files/file-store.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { AdmitFile, recordAttachment } from '../admit-file.js';
import { AttachmentRules } from '../attachment-rules.js';
import type { AttachmentView } from '../draft.dto.js';
import { lockUpload, type UploadRow } from './locked-upload.js';

export interface FinishedUpload {
  /** False when this is the answer to a repeated request. */
  readonly isNew: boolean;
  readonly attachment: AttachmentView;
}

@Injectable()
export class FinishUpload {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: AttachmentRules,
    private readonly admit: AdmitFile,
    private readonly store: FileStore,
  ) {}

  /** Makes an attachment of an upload that has come whole; the same request again gives the same attachment. */
  async run(applicantId: string, id: string): Promise<Outcome<FinishedUpload>> {
    const outcome = await this.dataSource.transaction(async (tx) => {
      const upload = await lockUpload(tx, id, applicantId);
      if (!upload) return refuse('not-found');
      if (upload.attachment) return done({ isNew: false, attachment: upload.attachment });
      if (upload.attachment_id !== null) return refuse('not-found');
      if (upload.received < upload.bytes) return refuse('upload-incomplete');
      return this.attach(tx, upload, applicantId);
    });
    const isOver = outcome.ok || outcome.code === 'media-type-not-accepted';
    // Only now: a transaction that fails leaves the pieces for another try.
    if (isOver) await this.store.dropPart(id);
    return outcome;
  }

  private async attach(
    tx: EntityManager,
    upload: UploadRow,
    applicantId: string,
  ): Promise<Outcome<FinishedUpload>> {
    const rule = await this.rules.of(upload.version_hash, upload.field);
    const content = await this.store.openPart(upload.id, upload.bytes);
    if (!rule || !content) {
      await tx.query('update upload set received = 0 where id = $1', [upload.id]);
      return refuse('upload-incomplete');
    }
    const admitted = await this.admit.run(rule, content);
    if (!admitted.ok) {
      await tx.query('delete from upload where id = $1', [upload.id]);
      return admitted;
    }
    const { file } = admitted.value;
    try {
      await file.keep();
      const tag = { applicantId, draftId: upload.draft_id, field: upload.field, name: upload.name };
      const attachment = await recordAttachment(tx, tag, admitted.value);
      if (!attachment) return refuse('draft-already-submitted');
      await tx.query('update upload set attachment_id = $2, touched_at = now() where id = $1', [
        upload.id,
        attachment.id,
      ]);
      return done({ isNew: true, attachment });
    } finally {
      await file.drop();
    }
  }
}
