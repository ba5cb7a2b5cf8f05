import type { EntityManager } from 'typeorm';
import { ComeAgain } from '../../jobs/come-again.js';

/** In milliseconds. */
const shortest = 50;
const longest = 60_000;
/** What one mail takes to leave. */
const leaving = 10;

interface EarlierRow {
  /** Milliseconds since this mail came to be. */
  readonly age: number;
  /** How many wait before it, as far as it matters. */
  readonly count: number;
  /** The first of them has been tried, and waits for its next attempt. */
  readonly tried: boolean;
}

/**
 * Mails about applications reach a person in the order in which they came to be: what a colleague decided second must
 * not be read first. A mail stays queued until the mail server has taken it, and those behind it come again; nobody
 * waits here, because a worker in one person's line would stand in the way of all others. Mails about accounts stay
 * outside: a code must not wait behind anything.
 * @throws ComeAgain while an earlier mail to them has not left
 */
export async function takeTurn(
  tx: EntityManager,
  table: 'notice' | 'message_mail' | 'notice_reminder',
  id: string,
  recipient: string,
): Promise<void> {
  const [earlier] = await tx.query<EarlierRow[]>(
    `select extract(epoch from clock_timestamp() - me.created_at)::float8 * 1000 as age, line.count, line.tried
     from ${table} me, lateral (
       select count(*)::int as count, (array_agg(before.attempts > 0 order by before.created_at, before.id))[1] as tried
       from (
         (select n.created_at, n.id, n.attempts from notice n
          where n.recipient_mail = $2 and n.state = 'queued' and n.kind = 'message'
            and (n.created_at, n.id) < (me.created_at, me.id)
          order by n.created_at, n.id limit 100)
         union all
         (select w.created_at, w.id, w.attempts from message_mail w
          where w.recipient = $2 and w.state = 'queued' and (w.created_at, w.id) < (me.created_at, me.id)
          order by w.created_at, w.id limit 100)
         union all
         (select r.created_at, r.id, r.attempts from notice_reminder r
          where r.recipient = $2 and r.state = 'queued' and (r.created_at, r.id) < (me.created_at, me.id)
          order by r.created_at, r.id limit 100)
       ) before
     ) line
     where me.id = $1 and line.count > 0`,
    [id, recipient],
  );
  if (!earlier) return;
  // Those about to leave are waited for briefly; one that is refused for now, the longer the longer it lasts and the
  // further behind it one stands: the next in line is there soon after it, and all together ask seldom.
  const { age, count, tried } = earlier;
  throw come(tried ? (age / 16) * count : shortest + leaving * count);
}

function come(pause: number): ComeAgain {
  return new ComeAgain(Math.round(Math.min(longest, Math.max(shortest, pause))));
}
