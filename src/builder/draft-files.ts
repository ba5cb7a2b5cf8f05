import type { EntityManager } from 'typeorm';
import type { ProcedureFiles } from '#engine';
import type { ChangedFiles } from './draft.dto.js';

type Reader = Pick<EntityManager, 'query'>;

interface FileRow {
  readonly path: string;
  readonly text: string | null;
}

/** The folder as it is now. */
export async function readDraftFiles(tx: Reader, draftId: string): Promise<ProcedureFiles> {
  const rows = await tx.query<{ path: string; text: string }[]>(
    'select path, text from procedure_draft_file where draft_id = $1 and text is not null order by path',
    [draftId],
  );
  return fromRows(rows);
}

/** Files that a later revision changed; null for those that it removed. */
export async function filesSince(tx: Reader, draftId: string, revision: number): Promise<ChangedFiles> {
  const rows = await tx.query<FileRow[]>(
    'select path, text from procedure_draft_file where draft_id = $1 and changed_in > $2 order by path',
    [draftId, revision],
  );
  return fromRows(rows);
}

function fromRows<T extends string | null>(
  rows: readonly { readonly path: string; readonly text: T }[],
): Record<string, T> {
  return Object.fromEntries(rows.map(({ path, text }) => [path, text]));
}

/** What is different from one folder to another. */
export function changesBetween(before: ProcedureFiles, after: ProcedureFiles): ChangedFiles {
  const changes: ChangedFiles = {};
  for (const [path, text] of Object.entries(after)) {
    if (!Object.hasOwn(before, path) || before[path] !== text) changes[path] = text;
  }
  for (const path of Object.keys(before)) if (!Object.hasOwn(after, path)) changes[path] = null;
  return changes;
}

export function withChanges(files: ProcedureFiles, changes: ChangedFiles): ProcedureFiles {
  const present = { ...files, ...changes };
  return Object.fromEntries(
    Object.entries(present).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])),
  );
}

export interface NewRevision {
  readonly draftId: string;
  readonly revision: number;
  readonly staffId: string | null;
  readonly kind: 'begin' | 'edit' | 'restore';
  readonly words: string | null;
  readonly operations: readonly unknown[] | null;
  readonly before: ProcedureFiles;
  readonly changes: ChangedFiles;
}

/** Writes one change with what was there before it, so that it can be taken back at any time. */
export async function writeRevision(tx: Reader, change: NewRevision): Promise<void> {
  const { draftId, revision, staffId, kind, words, operations, before, changes } = change;
  const paths = Object.keys(changes);
  await tx.query(
    `insert into procedure_draft_file (draft_id, path, text, changed_in)
     select $1, f.path, f.text, $2 from unnest($3::text[], $4::text[]) as f(path, text)
     on conflict (draft_id, path) do update set text = excluded.text, changed_in = excluded.changed_in`,
    [draftId, revision, paths, paths.map((path) => changes[path] ?? null)],
  );
  await tx.query(
    `insert into procedure_draft_change (draft_id, revision, staff_id, at, kind, words, operations, before)
     values ($1, $2, $3, clock_timestamp(), $4, $5, $6, $7)`,
    [
      draftId,
      revision,
      staffId,
      kind,
      words,
      operations === null ? null : JSON.stringify(operations),
      JSON.stringify(Object.fromEntries(paths.map((path) => [path, before[path] ?? null]))),
    ],
  );
}
