import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processMark } from './processes.js';

/**
 * Counts the processes that use one cluster, so that the last one to leave stops it: a command run beside the
 * server must not take the database away from it. A process that died without leaving does not count.
 */
export function enter(home: string): { leave(): 'last' | 'others remain' } {
  const folder = join(home, 'users');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mine = `${processMark(process.pid) ?? process.pid}_${randomUUID()}`;
  writeFileSync(join(folder, mine), '');
  return {
    leave() {
      rmSync(join(folder, mine), { force: true });
      return aliveIn(folder) === 0 ? 'last' : 'others remain';
    },
  };
}

function aliveIn(folder: string): number {
  const names = readdirSync(folder);
  const dead = names.filter((name) => {
    const mark = name.split('_')[0] ?? '';
    return processMark(Number.parseInt(mark, 10)) !== mark;
  });
  for (const name of dead) rmSync(join(folder, name), { force: true });
  return names.length - dead.length;
}
