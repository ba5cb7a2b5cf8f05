import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { compileForm } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { reachOf, withinReach } from '../builder/author-reach.js';
import { readDraftFiles } from '../builder/draft-files.js';
import { DraftForm } from '../builder/draft-form.js';
import { lockDraft } from '../builder/locked-draft.js';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { englishWords } from '../procedures/form-bundle.js';
import type { FormPreviewView } from './form-preview.dto.js';
import type { LinkList, MadeLink } from './publishing.dto.js';

/** Links by which anybody sees a draft's form and fills it in, and nothing is received. */
@Injectable()
export class FormLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly form: DraftForm,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What stands in the link is told once and kept as a hash: the database gives nobody a way in. */
  async make(me: StaffAsker, draftId: string, days: number): Promise<Outcome<MadeLink>> {
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    return this.dataSource.transaction(async (tx): Promise<Outcome<MadeLink>> => {
      if (!(await lockDraft(tx, me, draftId))) return refuse('not-found');
      const [row] = await tx.query<[{ ends_at: Date }]>(
        `insert into form_preview (id, draft_id, token_hash, made_by, made_at, ends_at)
         values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp() + $5::int * interval '1 day') returning ends_at`,
        [id, draftId, hashOf(token), me.id, days],
      );
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'form-preview.make',
        subject: { kind: 'form-preview', id },
        detail: { draft: draftId, days },
      });
      const address = `${this.config.http.publicUrl}/preview/${token}`;
      return done({ id, address, endsAt: row.ends_at.toISOString() });
    });
  }

  /** Those that lead anywhere. */
  async list(me: StaffAsker, draftId: string): Promise<LinkList['links'] | null> {
    const [reached] = await this.dataSource.query<unknown[]>(
      `select from procedure_draft d where d.id = $1 and d.removed_at is null and ${withinReach(2)}`,
      [draftId, ...reachOf(me, 'read')],
    );
    if (!reached) return null;
    const rows = await this.dataSource.query<{ id: string; name: string; made_at: Date; ends_at: Date }[]>(
      `select f.id, s.name, f.made_at, f.ends_at from form_preview f join staff s on s.id = f.made_by
       where f.draft_id = $1 and f.revoked_at is null and f.ends_at > now() order by f.made_at desc`,
      [draftId],
    );
    return rows.map(({ id, name, made_at: madeAt, ends_at: endsAt }) => ({
      id,
      name,
      madeAt: madeAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }));
  }

  async revoke(me: StaffAsker, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const [[revoked]] = await tx.query<[unknown[], number]>(
        `update form_preview f set revoked_at = coalesce(f.revoked_at, clock_timestamp()) from procedure_draft d
         where f.id = $1 and d.id = f.draft_id and ${withinReach(2)} returning f.id`,
        [id, ...reachOf(me, 'write')],
      );
      if (!revoked) return refuse('not-found');
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'form-preview.revoke',
        subject: { kind: 'form-preview', id },
      });
      return done(null);
    });
  }

  /** The form as the draft has it now. */
  async open(token: string): Promise<Outcome<FormPreviewView>> {
    const [row] = await this.dataSource.query<{ draft_id: string; ends_at: Date }[]>(
      `select f.draft_id, f.ends_at from form_preview f join procedure_draft d on d.id = f.draft_id
       where f.token_hash = $1 and f.revoked_at is null and f.ends_at > now() and d.removed_at is null`,
      [hashOf(token)],
    );
    if (!row) return refuse('not-found');
    const files = await readDraftFiles(this.dataSource, row.draft_id);
    const bundle = await this.form.bundle(files);
    if (!bundle.ok) return bundle;
    const compiled = compileForm(files);
    return done({
      endsAt: row.ends_at.toISOString(),
      bundle: bundle.value,
      words: compiled.ok ? englishWords(bundle.value.title, compiled.form, files) : {},
    });
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
