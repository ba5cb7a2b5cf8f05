import type { EntityManager } from 'typeorm';
import { ComeAgain } from '../../jobs/come-again.js';

/** Milliseconds: whoever comes in vain is called when it is their turn, and comes by themselves should the call be lost. */
const step = 100;

interface EarlierRow {
  /** How many wait before it, as far as it matters. */
  readonly count: number;
}

export type InTurn = 'notice' | 'message_mail' | 'notice_reminder';

/**
 * Mails about applications reach a person in the order in which they came to be: what a colleague decided second must
 * not be read first. A mail stays queued until the mail server has taken it, and those behind it come again; nobody
 * waits here, because a worker in one person's line would stand in the way of all others. Mails about accounts stay
 * outside: a code must not wait behind anything.
 * @throws ComeAgain while an earlier mail to them has not left
 */
export async function takeTurn(
  tx: EntityManager,
  table: InTurn,
  id: string,
  recipient: string,
): Promise<void> {
  const [earlier] = await tx.query<EarlierRow[]>(
    `select line.count
     from ${table} me, lateral (
       select count(*)::int as count from (
         (select from notice n
          where n.recipient_mail = $2 and n.state = 'queued' and n.kind = 'message'
            and (n.created_at, n.id) < (me.created_at, me.id)
          limit 100)
         union all
         (select from message_mail w
          where w.recipient = $2 and w.state = 'queued' and (w.created_at, w.id) < (me.created_at, me.id)
          limit 100)
         union all
         (select from notice_reminder r
          where r.recipient = $2 and r.state = 'queued' and (r.created_at, r.id) < (me.created_at, me.id)
          limit 100)
       ) before
     ) line
     where me.id = $1 and line.count > 0`,
    [id, recipient],
  );
  if (earlier) throw new ComeAgain(step * earlier.count, true);
}

/** The first that waits for this person. */
export async function nextInTurn(
  tx: Pick<EntityManager, 'query'>,
  recipient: string,
): Promise<string | undefined> {
  const [next] = await tx.query<{ id: string }[]>(
    `select id from (
       (select created_at, id from notice where recipient_mail = $1 and state = 'queued' and kind = 'message'
        order by created_at, id limit 1)
       union all
       (select created_at, id from message_mail where recipient = $1 and state = 'queued'
        order by created_at, id limit 1)
       union all
       (select created_at, id from notice_reminder where recipient = $1 and state = 'queued'
        order by created_at, id limit 1)
     ) waiting order by created_at, id limit 1`,
    [recipient],
  );
  return next?.id;
}
