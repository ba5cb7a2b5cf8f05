import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FileStore, isStorageFull } from '../../files/file-store.js';
import { mediaTypeOf } from '../../files/media-type.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { refuseKind } from '../admit-file.js';
import { AttachmentRules } from '../attachment-rules.js';
import { lockUpload, type UploadRow, uploadView } from './locked-upload.js';
import type { UploadView } from './upload.dto.js';

@Injectable()
export class ReceivePiece {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: AttachmentRules,
    private readonly store: FileStore,
  ) {}

  /**
   * Adds a piece where the upload ends. A piece that came before is answered as if it had come now; one that would
   * leave a gap is refused. What the answer says has been received is on the disk.
   */
  async run(applicantId: string, id: string, offset: number, piece: Buffer): Promise<Outcome<UploadView>> {
    return this.dataSource.transaction(async (tx) => {
      const upload = await lockUpload(tx, id, applicantId);
      if (!upload) return refuse('not-found');
      if (upload.attachment_id !== null) return done(uploadView(upload));
      if (upload.draft_state !== 'open') return refuse('draft-already-submitted');
      if (offset > upload.received || offset + piece.length > upload.bytes) {
        return refuse('request-invalid', { params: { field: 'offset' } });
      }
      const fresh = piece.subarray(upload.received - offset);
      if (fresh.length === 0) return done(uploadView(upload));
      if (upload.received === 0 && !(await this.isAccepted(upload, fresh))) {
        const rule = await this.rules.of(upload.version_hash, upload.field);
        await tx.query('delete from upload where id = $1', [id]);
        return rule ? refuseKind(rule) : refuse('not-found');
      }
      const received = await this.write(upload, fresh);
      if (received === null) return refuse('storage-full');
      await tx.query('update upload set received = $2, touched_at = now() where id = $1', [id, received]);
      return done(uploadView({ ...upload, received }));
    });
  }

  /** Told by the first piece, so that nobody sends ten megabytes in vain. */
  private async isAccepted({ version_hash: hash, field }: UploadRow, first: Buffer): Promise<boolean> {
    const rule = await this.rules.of(hash, field);
    const mediaType = mediaTypeOf(first);
    return rule !== null && mediaType !== null && rule.accept.includes(mediaType);
  }

  /** @returns how much there is now: 0 when what came before has got lost; null when there is no room */
  private async write({ id, received }: UploadRow, piece: Buffer): Promise<number | null> {
    try {
      const written = await this.store.writePart(id, received, piece);
      return written ? received + piece.length : 0;
    } catch (error) {
      if (isStorageFull(error)) return null;
      throw error;
    }
  }
}
