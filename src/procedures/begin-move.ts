import type { EntityManager } from 'typeorm';
import { type Plan, type ProcedureFiles, readPlan } from '#engine';
import { newId } from '../database/id.js';
import { contentHash } from './version-hash.js';

/** The plan among a version's files that leads from a content; null where there is none. */
export function planFrom(files: ProcedureFiles, from: string): Plan | null {
  for (const [file, text] of Object.entries(files)) {
    if (!/^migrations\/[^/]+\.json$/.test(file)) continue;
    const read = readPlan(file, text);
    if (read.ok && read.plan.from === from) return read.plan;
  }
  return null;
}

interface Beginning {
  readonly procedureId: string;
  readonly toHash: string;
  readonly files: ProcedureFiles;
  readonly byId: string | null;
}

/**
 * Where the plan of a new version says so, what is under review in the version now in force is to follow. Others do it,
 * one application after the other: nobody who publishes waits for it.
 */
export async function beginMove(
  tx: EntityManager,
  { procedureId, toHash, files, byId }: Beginning,
): Promise<void> {
  const [before] = await tx.query<{ hash: string; files: ProcedureFiles }[]>(
    'select v.hash, v.files from procedure p join procedure_version v on v.hash = p.current_hash where p.id = $1',
    [procedureId],
  );
  const plan = before && planFrom(files, contentHash(before.files));
  if (!plan) return;
  const moves =
    plan.default.applications !== 'pin' ||
    plan.rules.some((rule) => rule.of !== 'drafts' && rule.do !== 'pin');
  if (!moves) return;
  await tx.query(
    `insert into application_move (id, procedure_id, from_hash, to_hash, by_id, total, state, begun_at)
     select $1, $2, $3, $4, $5, count(*), 'running', clock_timestamp()
     from application where procedure_id = $2 and version_hash = $3 and open`,
    [newId(), procedureId, before.hash, toHash, byId],
  );
}
