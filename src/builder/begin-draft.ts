import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ProcedureFiles } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { folderFault } from './folder-fault.js';
import { versionHash } from '../procedures/version-hash.js';
import { mayBeginNew, reachOf, withinReach } from './author-reach.js';
import type { BeginDraftRequest } from './draft.dto.js';
import { readDraftFiles, writeRevision } from './draft-files.js';
import { namesIn, withNames } from './draft-names.js';
import { withOfficeFacts } from './office-facts.js';
import { readBlank, readStartingPoint } from './starting-points.js';

@Injectable()
export class BeginDraft {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A draft to work on. Made from a version in force it is the same folder byte for byte, and so is one that somebody
   * brings; only where another id or title is wanted do these change.
   *
   * @param me null for the command line of the installation, which may do whatever it is told
   * @returns id of the draft
   */
  async run(me: StaffAsker | null, request: BeginDraftRequest): Promise<Outcome<string>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<string>> => {
      const source = await this.read(tx, me, request.from);
      if (!source.ok) return source;
      const fault = folderFault(source.value);
      if (fault) return refuse(fault.code, { params: { file: fault.file } });
      const names = namesIn(source.value);
      const id = request.id ?? names?.id ?? '';
      const title = request.title?.trim() || (names?.title?.trim() ?? '') || id;
      const isNew = request.from.kind === 'blank' || request.from.kind === 'template';
      const begun = isNew && me ? await withOfficeFacts(tx, me.id, source.value) : source.value;
      const files = withNames(begun, id, title);
      if (!names || !files || !/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) return refuse('folder-not-procedure');
      const place = await this.placeOf(tx, me, id);
      if (!place.ok) return place;
      const draftId = newId();
      const owner = place.value.departmentId;
      await tx.query(
        `insert into procedure_draft (id, procedure_id, title, department_id, base_hash, created_by, created_at,
           changed_by, changed_at)
         values ($1, $2, $3, coalesce($4, (select department_id from staff where id = $6)), $5, $6, clock_timestamp(),
           $6, clock_timestamp())`,
        [draftId, id, title.slice(0, 200), owner, place.value.baseHash, me?.id ?? null],
      );
      await writeRevision(tx, {
        draftId,
        revision: 1,
        staffId: me?.id ?? null,
        kind: 'begin',
        words: null,
        operations: null,
        before: {},
        changes: files,
      });
      await recordAudit(tx, {
        actor: me ? auditActorOf(me) : { kind: 'system', id: 'command-line' },
        action: 'procedure-draft.begin',
        subject: { kind: 'procedure-draft', id: draftId },
        after: versionHash(files),
        detail: { procedure: id, from: request.from.kind },
      });
      return done(draftId);
    });
  }

  private async read(
    tx: EntityManager,
    me: StaffAsker | null,
    from: BeginDraftRequest['from'],
  ): Promise<Outcome<ProcedureFiles>> {
    switch (from.kind) {
      case 'blank':
        return done(await readBlank());
      case 'folder':
        return done(from.files);
      case 'template': {
        const files = await readStartingPoint(from.name);
        return files ? done(files) : refuse('not-found');
      }
      case 'procedure': {
        const [row] = await tx.query<{ files: ProcedureFiles }[]>(
          'select v.files from procedure p join procedure_version v on v.hash = p.current_hash where p.id = $1',
          [from.id],
        );
        return row ? done(row.files) : refuse('not-found');
      }
      case 'draft': {
        const [reached] = await tx.query<unknown[]>(
          `select from procedure_draft d
           where d.id = $1 and d.removed_at is null and ($2::boolean or ${withinReach(3)})`,
          [from.id, me === null, ...(me ? reachOf(me, 'read') : [true, true, null])],
        );
        return reached ? done(await readDraftFiles(tx, from.id)) : refuse('not-found');
      }
    }
  }

  /** Under an id that somebody else uses nothing is begun; nobody learns more of it than that. */
  private async placeOf(
    tx: EntityManager,
    me: StaffAsker | null,
    id: string,
  ): Promise<Outcome<{ readonly departmentId: string | null; readonly baseHash: string | null }>> {
    // Two who begin the same new procedure at once do so one after the other.
    await tx.query(`select pg_advisory_xact_lock(hashtext('draft ' || $1))`, [id]);
    const reach = me ? reachOf(me, 'write') : ([true, true, null] as const);
    const [taken] = await tx.query<
      { department_id: string | null; base_hash: string | null; mine: boolean }[]
    >(
      `select d.department_id, d.base_hash, ${withinReach(2)} as mine from (
         select 0 as rank, id as procedure_id, department_id, current_hash as base_hash from procedure where id = $1
         union all select 1, procedure_id, department_id, null from procedure_draft
           where procedure_id = $1 and removed_at is null) as d
       order by d.rank limit 1`,
      [id, ...reach],
    );
    if (taken) {
      return taken.mine
        ? done({ departmentId: taken.department_id, baseHash: taken.base_hash })
        : refuse('draft-id-taken', { params: { id } });
    }
    if (me && !mayBeginNew(me)) return refuse('not-permitted');
    return done({ departmentId: null, baseHash: null });
  }
}
