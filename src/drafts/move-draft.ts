import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Answers, civilDateInJapan, revert, type StoredItem } from '#engine';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { type CompiledVersion, ProcedureLibrary } from '../procedures/procedure-library.js';
import { contentHash } from '../procedures/version-hash.js';
import { draftSubject } from './draft-subject.js';
import { VersionComparisons } from './version-comparisons.js';
import { isBehind, type MovedRecord, planMove } from './version-move.js';

interface MovableRow {
  readonly kind: 'application' | 'correction';
  readonly state: 'open' | 'submitted';
  readonly revision: number;
  readonly answers: Answers;
  readonly prefilled: Record<string, string>;
  readonly moved: MovedRecord | null;
  readonly version_hash: string;
  readonly current_hash: string;
  readonly pinned_for: string | null;
  readonly files: readonly { readonly id: string; readonly field: string; readonly name: string }[];
  readonly now: Date;
}

@Injectable()
export class MoveDraft {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly ways: VersionComparisons,
  ) {}

  /**
   * Brings a draft to the version in force with everything that was answered, or notes that it keeps its own. Where
   * the version in force is the one it came from and nobody has worked on it since, the move is taken back instead.
   * Safe to repeat. A correction keeps the version of its application.
   *
   * @param revision the one last seen: a move is a change like a save
   */
  async run(applicantId: string, draftId: string, revision: number): Promise<Outcome<null>> {
    return this.settle(applicantId, draftId, revision, false);
  }

  /** Before a submission: a move that can be felt is refused, so that nobody submits what they have not seen. */
  async unlessFelt(applicantId: string, draftId: string, revision: number): Promise<Outcome<null>> {
    return this.settle(applicantId, draftId, revision, true);
  }

  private async settle(
    applicantId: string,
    draftId: string,
    revision: number,
    onlyUnfelt: boolean,
  ): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx) => {
      const [draft] = await tx.query<MovableRow[]>(
        `select d.kind, d.state, d.revision, d.answers, d.prefilled, d.moved, d.version_hash, d.pinned_for,
           p.current_hash, now(), coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'field', f.field,
             'name', f.name)) from attachment f where f.draft_id = d.id), '[]') as files
         from draft d join procedure p on p.id = d.procedure_id
         where d.id = $1 and d.applicant_id = $2 for update of d`,
        [draftId, applicantId],
      );
      if (!draft) return refuse('not-found');
      if (draft.state !== 'open') return refuse('draft-already-submitted');
      if (draft.kind === 'correction' || !isBehind(draft)) return done(null);
      if (draft.revision !== revision) return refuse('draft-changed-elsewhere');
      const [before, after] = await Promise.all([
        this.library.version(draft.version_hash),
        this.library.version(draft.current_hash),
      ]);
      const back = takeBack(draftId, draft, contentHash(before.files));
      if (back && onlyUnfelt) return refuse('form-changed');
      if (back) {
        await write(tx, draftId, draft, after, {
          answers: back,
          moved: null,
          fields: draft.moved?.files ?? [],
        });
        return done(null);
      }
      const move = planMove({
        draftId,
        answers: draft.answers,
        way: await this.ways.way(before.hash, after.hash),
        before,
        after,
        today: civilDateInJapan(draft.now.toISOString()),
        files: new Map(draft.files.map(({ id, name }) => [id, name])),
      });
      if (!move) {
        await tx.query('update draft set pinned_for = $2 where id = $1', [draftId, after.hash]);
        return done(null);
      }
      if (onlyUnfelt && !move.unfelt) return refuse('form-changed');
      const { answers, pathAfter, unfelt, ...record } = move;
      const moved: MovedRecord = {
        ...record,
        at: draft.now.toISOString(),
        // What had no place in an earlier move has none now.
        leftOver: [...(draft.moved?.leftOver ?? []), ...record.leftOver],
        files: draft.files.map(({ id, field }) => ({ id, field })),
      };
      const fields = draft.files.map((file) => ({ ...file, field: pathAfter(file.field) }));
      // Whoever has the form open elsewhere goes on saving.
      await write(
        tx,
        draftId,
        draft,
        after,
        { answers, moved: unfelt ? draft.moved : moved, fields },
        !unfelt,
      );
      return done(null);
    });
  }
}

/**
 * The answers before the last move, read from the database as its undo is, so that the two compare to the byte; null when that
 * led from elsewhere, or somebody has worked on them since.
 */
function takeBack(
  draftId: string,
  { answers, current_hash, moved }: MovableRow,
  version: string,
): Answers | null {
  if (moved?.from !== current_hash) return null;
  let item: StoredItem | null = { id: draftId, kind: 'draft', version, answers };
  for (const undo of moved.undo) item = item && revert(undo, item);
  return item?.answers ?? null;
}

interface Moving {
  readonly answers: Answers;
  readonly moved: MovedRecord | null;
  readonly fields: readonly { readonly id: string; readonly field: string }[];
}

async function write(
  tx: EntityManager,
  draftId: string,
  draft: MovableRow,
  after: CompiledVersion,
  { answers, moved, fields }: Moving,
  counts = true,
): Promise<void> {
  const { procedure } = after;
  const prefilled = Object.entries(draft.prefilled).filter(([path]) => procedure.form.fields.has(path));
  await tx.query(
    `update draft set version_hash = $2, answers = $3, prefilled = $4, subject = $5, moved = $6, pinned_for = null,
       revision = revision + $7 where id = $1`,
    [
      draftId,
      after.hash,
      JSON.stringify(answers),
      JSON.stringify(Object.fromEntries(prefilled)),
      draftSubject(procedure, answers, civilDateInJapan(draft.now.toISOString())),
      moved && JSON.stringify(moved),
      counts ? 1 : 0,
    ],
  );
  await tx.query(
    `update attachment a set field = f.field from jsonb_to_recordset($2::jsonb) as f(id uuid, field text)
     where a.id = f.id and a.draft_id = $1 and a.field <> f.field`,
    [draftId, JSON.stringify(fields.map(({ id, field }) => ({ id, field })))],
  );
}
