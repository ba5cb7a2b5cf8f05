import type { EntityManager } from 'typeorm';
import { compareLive } from './compare-live.js';
import { sealedEvents, seals, unsealedEvents } from './export-log.js';
import type { LogFault } from './log-fault.js';
import type { Anchor } from './seal.js';
import { type Verified, verifyLog } from './verify-log.js';

interface Known {
  /** Public keys in PEM and anchors that came another way; left out, those of the database. */
  readonly keys?: readonly string[] | undefined;
  readonly anchors?: readonly Anchor[] | undefined;
}

/**
 * Verifies the log as it stands in the database, and the applications by it. All of one moment: the transaction must be
 * REPEATABLE READ.
 */
export async function verifyDatabase(
  tx: EntityManager,
  known: Known,
  tell: (fault: LogFault) => void,
): Promise<Verified & { readonly applications: number }> {
  const verified = await verifyLog(
    {
      events: eventsOf(tx),
      seals: seals(tx),
      keys: known.keys ?? (await keysOf(tx)),
      anchors: known.anchors ?? (await anchorsOf(tx)),
    },
    tell,
  );
  return { ...verified, applications: await compareLive(tx, tell) };
}

async function* eventsOf(tx: EntityManager): AsyncIterable<string> {
  yield* sealedEvents(tx);
  yield* unsealedEvents(tx);
}

async function keysOf(tx: EntityManager): Promise<readonly string[]> {
  const rows = await tx.query<{ public_key: string }[]>('select public_key from audit_key');
  return rows.map(({ public_key: key }) => key);
}

async function anchorsOf(tx: EntityManager): Promise<readonly Anchor[]> {
  const rows = await tx.query<{ body: string }[]>('select body from audit_anchor');
  return rows.map(({ body }) => JSON.parse(body) as Anchor);
}
