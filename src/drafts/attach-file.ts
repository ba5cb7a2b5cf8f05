import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AttachmentRule } from '#engine';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { shownFileName } from '../files/file-name.js';
import { BrokenUpload, FileStore, type IncomingFile, isStorageFull } from '../files/file-store.js';
import { mediaTypeOf, mediaTypeTitle } from '../files/media-type.js';
import type { Upload } from '../http/open-upload.js';
import { done, type Outcome, type Refusal, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { AttachmentView } from './draft.dto.js';

const mostPerDraft = 100;

@Injectable()
export class AttachFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly store: FileStore,
    @Inject(CONFIG) private readonly config: Config,
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
    const rule = await this.ruleFor(applicantId, draftId, field);
    if (!rule.ok) return rule;
    const maxBytes = Math.min(rule.value.maxBytes, this.config.http.attachmentMaxBytes);
    const upload = await open(maxBytes);
    if (!upload) return refuse('request-invalid', { params: { field: 'file' } });
    let file: IncomingFile;
    try {
      file = await this.store.receive(upload.content);
    } catch (error) {
      if (isStorageFull(error)) return refuse('storage-full');
      if (error instanceof BrokenUpload) return refuse('request-unreadable');
      throw error;
    }
    try {
      const mediaType = mediaTypeOf(file.head);
      const refused = refuseFile(rule.value, maxBytes, file, mediaType, upload.cut());
      if (refused || mediaType === null) return refused ?? refuse('media-type-not-accepted');
      await file.keep();
      return await this.record(applicantId, draftId, field, file, shownFileName(upload.name), mediaType);
    } finally {
      await file.drop();
    }
  }

  private async ruleFor(
    applicantId: string,
    draftId: string,
    field: string,
  ): Promise<Outcome<AttachmentRule>> {
    const [draft] = await this.dataSource.query<{ version_hash: string; state: string; files: number }[]>(
      `select version_hash, state, (select count(*)::int from attachment where draft_id = draft.id) as files
       from draft where id = $1 and applicant_id = $2`,
      [draftId, applicantId],
    );
    if (!draft) return refuse('not-found');
    if (draft.state !== 'open') return refuse('draft-already-submitted');
    const { procedure } = await this.library.version(draft.version_hash);
    const rule = procedure.form.fields.get(field)?.attachment;
    if (!rule) return refuse('request-invalid', { params: { field: 'field' } });
    return draft.files < mostPerDraft
      ? done(rule)
      : refuse('too-many-attachments', { params: { max: mostPerDraft } });
  }

  private async record(
    applicantId: string,
    draftId: string,
    field: string,
    { bytes, sha256 }: IncomingFile,
    name: string,
    mediaType: string,
  ): Promise<Outcome<AttachmentView>> {
    const id = newId();
    const rows = await this.dataSource.query<unknown[]>(
      `insert into attachment (id, draft_id, field, name, media_type, bytes, sha256)
       select $1, d.id, $4, $5, $6, $7, $8 from draft d
       where d.id = $2 and d.applicant_id = $3 and d.state = 'open' for update
       returning id`,
      [id, draftId, applicantId, field, name, mediaType, bytes, sha256],
    );
    // Submitted or discarded while the file was on its way.
    if (rows.length === 0) return refuse('draft-already-submitted');
    return done({ id, field, name, mediaType, bytes, sha256 });
  }
}

function refuseFile(
  rule: AttachmentRule,
  maxBytes: number,
  file: IncomingFile,
  mediaType: string | null,
  cut: boolean,
): Refusal | null {
  if (cut) return refuse('too-large', { params: { max_mb: Math.floor(maxBytes / 100_000) / 10 } });
  if (file.bytes === 0) return refuse('request-invalid', { params: { field: 'file' } });
  if (mediaType !== null && rule.accept.includes(mediaType)) return null;
  return refuse('media-type-not-accepted', {
    params: { accepted: rule.accept.map(mediaTypeTitle).join('・') },
  });
}
