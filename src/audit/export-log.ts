import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { eventLine, EVENTS_FILE, KEYS_FILE, sealLine, SEALS_FILE } from './exported-log.js';

const pageSize = 5_000;

export interface Exported {
  readonly events: number;
  /** Of them, not sealed yet. */
  readonly unsealed: number;
  readonly seals: number;
}

interface Placed {
  readonly body: string;
  readonly seal: number;
  readonly pos: number;
  readonly leaf: string;
}

/**
 * Writes the log as it is at this moment into a folder, page by page. Nothing is overwritten.
 *
 * @param progress told how many events were written
 * @throws EEXIST when the folder holds an export already
 */
export async function exportLog(
  dataSource: DataSource,
  folder: string,
  progress: (events: number) => void = () => undefined,
): Promise<Exported> {
  await mkdir(folder, { recursive: true });
  // One moment for all files, also while others write and seal.
  return dataSource.transaction('REPEATABLE READ', async (tx) => {
    const count = { events: 0, unsealed: 0, seals: 0 };
    const counted = async function* (
      lines: AsyncIterable<string>,
      ...kinds: readonly (keyof typeof count)[]
    ): AsyncIterable<string> {
      for await (const line of lines) {
        for (const kind of kinds) count[kind] += 1;
        if (count.events % pageSize === 0) progress(count.events);
        yield `${line}\n`;
      }
    };
    const write = (name: string, lines: AsyncIterable<string>, flags: 'wx' | 'a') =>
      pipeline(Readable.from(lines), createWriteStream(join(folder, name), { flags, mode: 0o600 }));

    await write(SEALS_FILE, counted(seals(tx), 'seals'), 'wx');
    await write(EVENTS_FILE, counted(sealedEvents(tx), 'events'), 'wx');
    await write(EVENTS_FILE, counted(unsealedEvents(tx), 'events', 'unsealed'), 'a');
    const keys = await tx.query<{ public_key: string }[]>(
      'select public_key from audit_key order by first_at, id',
    );
    await writeFile(join(folder, KEYS_FILE), keys.map(({ public_key: key }) => key).join(''), { flag: 'wx' });
    return count;
  });
}

export async function* seals(tx: EntityManager): AsyncIterable<string> {
  for (let after = 0; ;) {
    const rows = await tx.query<{ number: number; body: string; signature: string }[]>(
      `select number, body, encode(signature, 'hex') as signature from audit_seal
       where number > $1 order by number limit ${pageSize}`,
      [after],
    );
    for (const { body, signature } of rows) yield sealLine(body, signature);
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}

export async function* sealedEvents(tx: EntityManager): AsyncIterable<string> {
  for (let [seal, pos] = [0, 0]; ;) {
    const rows = await tx.query<Placed[]>(
      `select e.body, p.seal, p.pos, encode(p.leaf, 'hex') as leaf
       from audit_place p join audit_event e on e.id = p.event_id
       where (p.seal, p.pos) > ($1, $2) order by p.seal, p.pos limit ${pageSize}`,
      [seal, pos],
    );
    for (const { body, ...place } of rows) yield eventLine(body, place);
    const last = rows.at(-1);
    if (!last) return;
    ({ seal, pos } = last);
  }
}

export async function* unsealedEvents(tx: EntityManager): AsyncIterable<string> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await tx.query<{ id: string; body: string }[]>(
      `select e.id, e.body from audit_event e
       where e.id > $1 and not exists (select from audit_place p where p.event_id = e.id)
       order by e.id limit ${pageSize}`,
      [after],
    );
    for (const { body } of rows) yield eventLine(body, { leaf: null, pos: null, seal: null });
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
