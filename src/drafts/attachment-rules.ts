import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AttachmentRule } from '#engine';
import { CONFIG, type Config } from '../config/config.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';

const mostPerDraft = 100;

@Injectable()
export class AttachmentRules {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What a field of an open draft takes, if the draft has room for one more file. `maxBytes` is the smaller of what the
   * procedure and the house allow.
   */
  async forField(applicantId: string, draftId: string, field: string): Promise<Outcome<AttachmentRule>> {
    const [draft] = await this.dataSource.query<{ version_hash: string; state: string; files: number }[]>(
      `select version_hash, state,
         (select count(*)::int from attachment where draft_id = draft.id)
         + (select count(*)::int from upload where draft_id = draft.id and attachment_id is null) as files
       from draft where id = $1 and applicant_id = $2`,
      [draftId, applicantId],
    );
    if (!draft) return refuse('not-found');
    if (draft.state !== 'open') return refuse('draft-already-submitted');
    const rule = await this.of(draft.version_hash, field);
    if (!rule) return refuse('request-invalid', { params: { field: 'field' } });
    return draft.files < mostPerDraft
      ? done(rule)
      : refuse('too-many-attachments', { params: { max: mostPerDraft } });
  }

  /** Null where the version has no such field for files. */
  async of(versionHash: string, field: string): Promise<AttachmentRule | null> {
    const { procedure } = await this.library.version(versionHash);
    const rule = procedure.form.fields.get(field)?.attachment;
    const { attachmentMaxBytes } = this.config.http;
    return rule ? { ...rule, maxBytes: Math.min(rule.maxBytes, attachmentMaxBytes) } : null;
  }
}
