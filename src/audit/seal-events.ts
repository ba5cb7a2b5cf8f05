import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { leafHash, MerkleRoot } from './merkle.js';
import { noSeal, type Seal, sealHash, sealText } from './seal.js';
import { keyIdOf, SealSigner } from './seal-signer.js';

const sealEvery = 60_000;
/** Any constant will do, as long as nothing else in this database locks the same one. */
const sealLock = 7_283_645_902;

interface Waiting {
  readonly id: string;
  readonly body: string;
  readonly xid: string;
}

interface Horizon {
  readonly now: Date;
  readonly low: string;
  readonly waiting: readonly Waiting[];
}

/**
 * What may be sealed: events whose transaction began before every one that still runs, so that nobody can commit an
 * event behind a seal that claims to be complete. `$2` is where the last seal ended; with `$1`, or when the database was
 * restored into another server and counts its transactions anew, every event is looked at.
 */
const look = `
with snapshot as (
  select pg_snapshot_xmin(now_seen)::text::bigint as low, pg_snapshot_xmax(now_seen)::text::bigint as high
  from (select pg_current_snapshot() as now_seen) as s
), begin as (
  select case when $1 or low < $2::bigint then 0 else $2::bigint end as at from snapshot
), waiting as (
  select e.id, e.body, e.xid from audit_event e
  where e.xid >= (select at from begin)
    and (e.xid < (select low from snapshot) or e.xid >= (select high from snapshot))
    and not exists (select from audit_place p where p.event_id = e.id)
  order by e.xid, e.id limit $3
)
select clock_timestamp() as now, (select low from snapshot)::text as low, coalesce((
  select json_agg(json_build_object('id', id, 'body', body, 'xid', xid::text) order by xid, id) from waiting
), '[]') as waiting`;

/**
 * Seals what was recorded: a signed Merkle root over a batch of events, chained to the seal before. One process at a
 * time; a stop in between leaves the batch to the next time.
 */
@Injectable()
export class SealEvents extends RepeatedWork {
  /** Whether this process has once looked at every event, also at those of a restored database. */
  private hasSeenAll = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly signer: SealSigner,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super(config.role, { log: 'audit', pause: sealEvery, failure: 'The audit log could not be sealed' });
  }

  override onApplicationBootstrap(): void {
    const { role, demo, audit } = this.config;
    if (role !== 'web' && audit.keyFile === null && !demo)
      this.logger.warn('AUDIT_KEY_FILE is not set: the audit log is sealed with a key kept in DATA_DIR.');
    super.onApplicationBootstrap();
  }

  protected async turn(): Promise<void> {
    await this.run();
  }

  /**
   * Seals everything that can be sealed now.
   *
   * @param most events under one seal
   * @returns how many were sealed
   */
  async run(most = 10_000): Promise<number> {
    const publicKey = await this.signer.publicKey();
    let sealed = 0;
    while (!this.isStopped) {
      const count = await this.dataSource.transaction((tx) => this.sealNext(tx, publicKey, most));
      if (count === null) break;
      sealed += count;
      if (count === most) continue;
      this.hasSeenAll = true;
      break;
    }
    return sealed;
  }

  /** @returns null when another process is at it */
  private async sealNext(tx: EntityManager, publicKey: string, most: number): Promise<number | null> {
    const [lock] = await tx.query<{ held: boolean }[]>('select pg_try_advisory_xact_lock($1) as held', [
      sealLock,
    ]);
    if (!lock?.held) return null;
    const [last] = await tx.query<{ number: number; body: string; upto_xid: string }[]>(
      'select number, body, upto_xid from audit_seal order by number desc limit 1',
    );
    const [found] = await tx.query<Horizon[]>(look, [!this.hasSeenAll, last?.upto_xid ?? '0', most]);
    if (!found || found.waiting.length === 0) return 0;
    const { now, low, waiting } = found;
    const leaves = waiting.map(({ body }) => leafHash(body));
    const tree = new MerkleRoot();
    for (const leaf of leaves) tree.add(leaf);
    const seal: Seal = {
      at: now.toISOString(),
      count: waiting.length,
      format: 1,
      key: keyIdOf(publicKey),
      number: (last?.number ?? 0) + 1,
      previous: last ? sealHash(last.body) : noSeal,
      root: tree.root().toString('hex'),
    };
    const body = sealText(seal);
    await tx.query('insert into audit_key (id, public_key) values ($1, $2) on conflict do nothing', [
      seal.key,
      publicKey,
    ]);
    await tx.query(
      'insert into audit_seal (number, body, signature, key_id, upto_xid) values ($1, $2, $3, $4, $5)',
      [seal.number, body, await this.signer.sign(body), seal.key, uptoOf(waiting, low, most)],
    );
    await tx.query(
      `insert into audit_place (event_id, seal, pos, leaf)
       select id, $1, (n - 1)::int, leaf from unnest($2::uuid[], $3::bytea[]) with ordinality as t(id, leaf, n)`,
      [seal.number, waiting.map(({ id }) => id), leaves],
    );
    return waiting.length;
  }
}

/** A full batch may end in the middle of what can be sealed; the next begins there. */
function uptoOf(waiting: readonly Waiting[], low: string, most: number): string {
  const last = waiting.at(-1)?.xid ?? low;
  return waiting.length === most && BigInt(last) < BigInt(low) ? last : low;
}
