import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Operation, perform, type ProcedureFiles } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { folderFault } from './folder-fault.js';
import type { ChangedFiles, ChangeDraftRequest, DraftChanged } from './draft.dto.js';
import { changesBetween, filesSince, readDraftFiles, withChanges, writeRevision } from './draft-files.js';
import { namesIn } from './draft-names.js';
import { writePlace } from './keep-place.js';
import { type LockedDraft, lockDraft } from './locked-draft.js';
import { voidRequests } from './void-requests.js';

@Injectable()
export class ChangeDraft {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps what an author changed. On top of what somebody else changed meanwhile it is done again by its operations, or
   * taken as it is where no file is touched by both; where neither can be, nothing is overwritten and it is said whose
   * change is in the way.
   */
  async run(me: StaffAsker, id: string, request: ChangeDraftRequest): Promise<Outcome<DraftChanged>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<DraftChanged>> => {
      const draft = await lockDraft(tx, me, id);
      if (!draft) return refuse('not-found');
      if (request.revision > draft.revision)
        return refuse('request-invalid', { params: { field: 'revision' } });
      if (request.place !== undefined) await writePlace(tx, id, me.id, request.place);
      const before = await readDraftFiles(tx, id);
      const theirs = request.revision < draft.revision ? await filesSince(tx, id, request.revision) : {};
      const after = merged(before, theirs, request);
      if (!after) return this.refuseForOther(tx, draft, request.revision, theirs, request.changes);
      const fault = folderFault(after);
      if (fault) return refuse(fault.code, { params: { file: fault.file } });
      const changes = changesBetween(before, after);
      if (Object.keys(changes).length === 0)
        return done({
          revision: draft.revision,
          files: unlike(request.changes, after, theirs),
          voided: false,
        });
      const revision = await keep(tx, me, draft, { before, after, changes, request });
      const voided = await voidRequests(tx, id, me.id);
      return done({ revision, files: unlike(request.changes, after, { ...theirs, ...changes }), voided });
    });
  }

  private async refuseForOther(
    tx: EntityManager,
    draft: LockedDraft,
    revision: number,
    theirs: ChangedFiles,
    mine: ChangedFiles,
  ): Promise<Outcome<DraftChanged>> {
    const files = Object.keys(theirs).filter((path) => Object.hasOwn(mine, path));
    const [last] = await tx.query<{ name: string | null; at: Date }[]>(
      `select s.name, c.at from procedure_draft_change c left join staff s on s.id = c.staff_id
       where c.draft_id = $1 and c.revision > $2 and ($3::text[] = '{}' or c.before ?| $3)
       order by c.revision desc limit 1`,
      [draft.id, revision, files],
    );
    return refuse('draft-changed', {
      params: {
        name: last?.name ?? '',
        at: last?.at.toISOString() ?? '',
        revision: draft.revision,
        files: files.join('\n'),
      },
    });
  }
}

/** The folder with the change, or null where it cannot be joined with what others did since. */
function merged(
  before: ProcedureFiles,
  theirs: ChangedFiles,
  { changes, operations = [] }: ChangeDraftRequest,
): ProcedureFiles | null {
  const both = Object.keys(changes).some((path) => Object.hasOwn(theirs, path));
  if (!both) return withChanges(before, changes);
  return operations.length === 0 ? null : performed(before, operations);
}

function performed(before: ProcedureFiles, operations: readonly object[]): ProcedureFiles | null {
  let files = before;
  for (const operation of operations) {
    const result = tryOperation(files, operation);
    if (!result) return null;
    files = result;
  }
  return files;
}

/**
 * The engine takes operations that are whole; one from elsewhere may lack a member, and then it is refused like one
 * that cannot be done: nothing of it is kept.
 */
function tryOperation(files: ProcedureFiles, operation: object): ProcedureFiles | null {
  try {
    const result = perform(files, operation as Operation);
    return result.ok ? result.files : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What the sender does not have as it is now. */
function unlike(mine: ChangedFiles, after: ProcedureFiles, concerned: ChangedFiles): ChangedFiles {
  const now = Object.keys(concerned).map((path) => [path, after[path] ?? null] as const);
  return Object.fromEntries(now.filter(([path, text]) => !Object.hasOwn(mine, path) || mine[path] !== text));
}

async function keep(
  tx: EntityManager,
  me: StaffAsker,
  draft: LockedDraft,
  change: {
    readonly before: ProcedureFiles;
    readonly after: ProcedureFiles;
    readonly changes: ChangedFiles;
    readonly request: ChangeDraftRequest;
  },
): Promise<number> {
  const { before, after, changes, request } = change;
  const revision = draft.revision + 1;
  await writeRevision(tx, {
    draftId: draft.id,
    revision,
    staffId: me.id,
    kind: 'edit',
    words: request.words?.trim() || null,
    operations: request.operations ?? null,
    before,
    changes,
  });
  await tx.query(
    `update procedure_draft set revision = $2, changed_by = $3, changed_at = clock_timestamp(),
       title = coalesce($4, title) where id = $1`,
    [draft.id, revision, me.id, namesIn(after)?.title?.slice(0, 200) ?? null],
  );
  await recordAudit(tx, {
    actor: auditActorOf(me),
    action: 'procedure-draft.change',
    subject: { kind: 'procedure-draft', id: draft.id },
    after: contentHash(changes),
    detail: { revision, files: Object.keys(changes) },
  });
  return revision;
}
