import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { compileProcedure, type Problem, type ProcedureFiles } from '#engine';
import { recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import { inTransaction } from '../database/in-transaction.js';
import { beginMove } from './begin-move.js';
import { buildPageValidators } from './page-validators.js';
import { ProcedureLibrary } from './procedure-library.js';
import { versionHash } from './version-hash.js';

/** Why a version comes into force. */
export interface ReleaseCause {
  readonly kind: 'folder' | 'publication' | 'roll-back';
  /** Official; null for the installation itself. */
  readonly byId: string | null;
  readonly requestId?: string;
  readonly reason?: string;
  /** Whose procedure it is from now on, where it is new. */
  readonly departmentId?: string | null;
}

const byFolder: ReleaseCause = { kind: 'folder', byId: null };

export type Publication =
  | { readonly ok: true; readonly hash: string; readonly number: number; readonly isNew: boolean }
  | { readonly ok: false; readonly problems: readonly Problem[] };

@Injectable()
export class PublishProcedure {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /**
   * Makes a folder's content the version in force. The same content again changes nothing; an earlier content comes
   * back into force under its old number, and what was published once is not held to rules made since.
   */
  async run(
    files: ProcedureFiles,
    cause: ReleaseCause = byFolder,
    within?: EntityManager,
  ): Promise<Publication> {
    const hash = versionHash(files);
    const [published] = await this.dataSource.query<{ number: number }[]>(
      `select v.number from procedure p join procedure_version v on v.hash = p.current_hash
       where p.current_hash = $1`,
      [hash],
    );
    if (published) return { ok: true, hash, number: published.number, isNew: false };

    const known = cause.kind === 'roll-back';
    const compiled = compileProcedure(files, { published: known });
    if (!compiled.ok) return compiled;
    const { procedure } = compiled;
    const { functions, modules } = buildPageValidators(procedure.form);
    const { id } = procedure.info;
    const validators = Object.fromEntries(modules.map((module) => [module.page, module.hash]));
    const publication = await inTransaction(this.dataSource, within, async (tx) => {
      // Two instances that start together publish one after the other.
      await tx.query(`select pg_advisory_xact_lock(hashtext('publish ' || $1))`, [id]);
      for (const { hash: moduleHash, code } of modules) {
        await tx.query('insert into validator_module (hash, code) values ($1, $2) on conflict do nothing', [
          moduleHash,
          code,
        ]);
      }
      const version = await insertVersion(tx, { hash, id, files, validators });
      if (!known) await beginMove(tx, { procedureId: id, toHash: hash, files, byId: cause.byId });
      await tx.query(
        `insert into procedure (id, current_hash, department_id) values ($1, $2, $3)
         on conflict (id) do update set current_hash = excluded.current_hash`,
        [id, hash, cause.departmentId ?? null],
      );
      await tx.query(
        `insert into procedure_release (id, procedure_id, hash, at, kind, by_id, request_id, reason)
         values ($1, $2, $3, clock_timestamp(), $4, $5, $6, $7)`,
        [newId(), id, hash, cause.kind, cause.byId, cause.requestId ?? null, cause.reason ?? null],
      );
      await recordAudit(tx, {
        actor: cause.byId === null ? { kind: 'system', id: 'publish' } : { kind: 'staff', id: cause.byId },
        action: known ? 'procedure.roll-back' : 'procedure.publish',
        subject: { kind: 'procedure', id },
        after: hash,
        detail: { version: version.number },
      });
      return { ok: true as const, hash, ...version };
    });
    // A transaction of the caller's may still be taken back.
    if (!within) this.library.keep({ hash, procedure, validators: functions, files, modules: validators });
    return publication;
  }
}

interface NewVersion {
  readonly hash: string;
  readonly id: string;
  readonly files: ProcedureFiles;
  readonly validators: Readonly<Record<string, string>>;
}

async function insertVersion(
  tx: EntityManager,
  { hash, id, files, validators }: NewVersion,
): Promise<{ number: number; isNew: boolean }> {
  const [inserted] = await tx.query<{ number: number }[]>(
    `insert into procedure_version (hash, procedure_id, number, files, validators)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4 from procedure_version where procedure_id = $2
     on conflict (hash) do nothing returning number`,
    [hash, id, JSON.stringify(files), JSON.stringify(validators)],
  );
  if (inserted) return { number: inserted.number, isNew: true };
  const [known] = await tx.query<{ number: number }[]>(
    'select number from procedure_version where hash = $1',
    [hash],
  );
  return { number: known?.number ?? 0, isNew: false };
}
