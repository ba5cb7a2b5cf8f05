import type { EntityManager } from 'typeorm';
import { type JsonValue, perform, type ProcedureFiles } from '#engine';

/** As those that ship count theirs: 0001, 0002 … */
const COUNTED = /^\d{4}$/;

/**
 * What the office knows already is written where a new folder leaves it open: the author's department, who is asked, and
 * the first head of application numbers that no other procedure has.
 */
export async function withOfficeFacts(
  tx: EntityManager,
  staffId: string,
  files: ProcedureFiles,
): Promise<ProcedureFiles> {
  const [own] = await tx.query<{ department: string; section: string }[]>(
    `select d.full_ja as department, d.name_ja as section
     from staff s join department d on d.id = s.department_id where s.id = $1`,
    [staffId],
  );
  if (!own) return files;
  const prefix = await freePrefix(tx);
  const known: readonly (readonly [path: readonly string[], text: string])[] = [
    [['department'], own.department],
    [['contact', 'name'], own.section],
    [['numbering', 'prefix'], prefix],
  ];
  return known.reduce((all, [path, text]) => filled(all, path, text), files);
}

async function freePrefix(tx: EntityManager): Promise<string> {
  const taken = await tx.query<{ prefix: string | null }[]>(
    `select ltrim(v.files ->> 'procedure.json', chr(65279))::jsonb #>> '{numbering,prefix}' as prefix
     from procedure p join procedure_version v on v.hash = p.current_hash`,
  );
  const numbers = taken.flatMap(({ prefix }) => (prefix && COUNTED.test(prefix) ? [Number(prefix)] : []));
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}

/** Only what stands there empty. */
function filled(
  files: ProcedureFiles,
  [keyword = '', member]: readonly string[],
  text: string,
): ProcedureFiles {
  const info = JSON.parse(files['procedure.json'] ?? '{}') as Readonly<Record<string, JsonValue>>;
  const held = info[keyword] ?? null;
  if (member === undefined) return held === '' ? written(files, keyword, text) : files;
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return files;
  const members = held as Readonly<Record<string, JsonValue>>;
  return members[member] === '' ? written(files, keyword, { ...members, [member]: text }) : files;
}

function written(files: ProcedureFiles, keyword: string, value: JsonValue): ProcedureFiles {
  const done = perform(files, { kind: 'set-info', keyword, value });
  return done.ok ? done.files : files;
}
