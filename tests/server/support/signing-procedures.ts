import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of procedures with one that asks for a signature: 第9期 協力金 as it ships, but for that. */
export function signingProcedures(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-signing-'));
  cpSync(join('procedures', 'jitan-9'), join(folder, 'jitan-9'), { recursive: true });
  const file = join(folder, 'jitan-9', 'procedure.json');
  const procedure = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...procedure, signIn: 'signature' }, null, 2));
  return folder;
}
