import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { DraftChanged } from './draft.dto.js';
import { changesBetween, readDraftFiles, withChanges, writeRevision } from './draft-files.js';
import { namesIn } from './draft-names.js';
import { lockDraft } from './locked-draft.js';
import { voidRequests } from './void-requests.js';

@Injectable()
export class RestoreDraft {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes the folder what it was at a revision. That is a change like any other: it can be taken back itself. */
  async run(me: StaffAsker, id: string, to: number): Promise<Outcome<DraftChanged>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<DraftChanged>> => {
      const draft = await lockDraft(tx, me, id);
      if (!draft) return refuse('not-found');
      if (to >= draft.revision) return refuse('revision-unknown');
      const before = await readDraftFiles(tx, id);
      const after = withChanges(before, await changesBackTo(tx, id, to));
      const changes = changesBetween(before, after);
      const revision = draft.revision + 1;
      await writeRevision(tx, {
        draftId: id,
        revision,
        staffId: me.id,
        kind: 'restore',
        words: String(to),
        operations: null,
        before,
        changes,
      });
      await tx.query(
        `update procedure_draft set revision = $2, changed_by = $3, changed_at = clock_timestamp(),
           title = coalesce($4, title) where id = $1`,
        [id, revision, me.id, namesIn(after)?.title?.slice(0, 200) ?? null],
      );
      await recordAudit(tx, {
        actor: auditActorOf(me),
        action: 'procedure-draft.restore',
        subject: { kind: 'procedure-draft', id },
        detail: { revision, to },
      });
      return done({ revision, files: changes, voided: await voidRequests(tx, id, me.id) });
    });
  }
}

/** What each file held that was changed after the revision: before the first such change. */
async function changesBackTo(
  tx: EntityManager,
  draftId: string,
  revision: number,
): Promise<Record<string, string | null>> {
  const rows = await tx.query<{ path: string; text: string | null }[]>(
    `select distinct on (b.key) b.key as path, b.value as text
     from procedure_draft_change c, jsonb_each_text(c.before) as b
     where c.draft_id = $1 and c.revision > $2 order by b.key, c.revision`,
    [draftId, revision],
  );
  return Object.fromEntries(rows.map(({ path, text }) => [path, text]));
}
