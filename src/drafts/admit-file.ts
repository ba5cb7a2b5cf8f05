import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AttachmentRule } from '#engine';
import { newId } from '../database/id.js';
import { BrokenUpload, FileStore, type IncomingFile, isStorageFull } from '../files/file-store.js';
import { mediaTypeOf, mediaTypeTitle } from '../files/media-type.js';
import { pictureFacts } from '../files/picture-facts.js';
import { done, type Outcome, type Refusal, refuse } from '../http/refusal.js';
import type { AttachmentView } from './draft.dto.js';

/** A file that may be attached: measured, told by its content, without the place where it was taken. */
export interface AdmittedFile {
  readonly file: IncomingFile;
  readonly mediaType: string;
  readonly takenAt: string | null;
  /** SHA-256 of what was sent, where the place was taken out of it. */
  readonly originalSha256: string | null;
}

/** Whose file it is, and under which name. */
export interface FileTag {
  readonly applicantId: string;
  readonly draftId: string;
  readonly field: string;
  readonly name: string;
}

@Injectable()
export class AdmitFile {
  constructor(private readonly store: FileStore) {}

  /**
   * Looks at a file on its way in. The caller keeps or drops what it gets; what is refused is dropped already.
   *
   * @param cut tells, once the stream has ended, that the file was longer than allowed
   */
  async run(
    rule: AttachmentRule,
    content: Readable,
    cut = (): boolean => false,
  ): Promise<Outcome<AdmittedFile>> {
    let file: IncomingFile;
    try {
      file = await this.store.receive(content);
    } catch (error) {
      if (isStorageFull(error)) return refuse('storage-full');
      if (error instanceof BrokenUpload) return refuse('request-unreadable');
      throw error;
    }
    try {
      const mediaType = mediaTypeOf(file.head);
      const refused = cut() ? tooLarge(rule.maxBytes) : refuseContent(rule, file, mediaType);
      if (!refused && mediaType !== null) return done(await this.withoutPlace(file, mediaType));
      await file.drop();
      return refused ?? refuseKind(rule);
    } catch (error) {
      await file.drop();
      throw error;
    }
  }

  /** Pictures that hold no place stay the very file that was sent. */
  private async withoutPlace(file: IncomingFile, mediaType: string): Promise<AdmittedFile> {
    if (!mediaType.startsWith('image/')) return { file, mediaType, takenAt: null, originalSha256: null };
    const facts = pictureFacts(await file.read());
    if (!facts.withoutPlace) return { file, mediaType, takenAt: facts.takenAt, originalSha256: null };
    const cleaned = await this.store.receive(Readable.from([facts.withoutPlace]));
    await file.drop();
    return { file: cleaned, mediaType, takenAt: facts.takenAt, originalSha256: file.sha256 };
  }
}

export function tooLarge(maxBytes: number): Refusal {
  return refuse('too-large', { params: { max_mb: Math.floor(maxBytes / 100_000) / 10 } });
}

export function refuseKind(rule: AttachmentRule): Refusal {
  return refuse('media-type-not-accepted', {
    params: { accepted: rule.accept.map(mediaTypeTitle).join('・') },
  });
}

function refuseContent(rule: AttachmentRule, file: IncomingFile, mediaType: string | null): Refusal | null {
  if (file.bytes === 0) return refuse('request-invalid', { params: { field: 'file' } });
  return mediaType !== null && rule.accept.includes(mediaType) ? null : refuseKind(rule);
}

/** Adds the row of a file that is whole in the store. Null when the draft was submitted or discarded meanwhile. */
export async function recordAttachment(
  tx: Pick<EntityManager, 'query'>,
  { applicantId, draftId, field, name }: FileTag,
  { file: { bytes, sha256 }, mediaType, takenAt, originalSha256 }: AdmittedFile,
): Promise<AttachmentView | null> {
  const id = newId();
  const rows = await tx.query<unknown[]>(
    `insert into attachment (id, draft_id, field, name, media_type, bytes, sha256, taken_at, original_sha256)
     select $1, d.id, $4, $5, $6, $7, $8, $9, $10 from draft d
     where d.id = $2 and d.applicant_id = $3 and d.state = 'open' for update
     returning id`,
    [id, draftId, applicantId, field, name, mediaType, bytes, sha256, takenAt, originalSha256],
  );
  if (rows.length === 0) return null;
  return {
    id,
    field,
    name,
    mediaType,
    bytes,
    sha256,
    ...(takenAt === null ? {} : { takenAt }),
    ...(originalSha256 === null ? {} : { placeRemoved: true as const }),
  };
}
