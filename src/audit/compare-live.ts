import type { EntityManager } from 'typeorm';
import type { LogFault } from './log-fault.js';
import { contentHash } from './record-audit.js';

const pageSize = 500;

/** A line of the history as its hash was taken; see `eventRows` of the applications. */
interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  readonly [column: string]: unknown;
}

interface Entry {
  readonly action: 'application.submit' | 'application.advance';
  readonly before: string | null;
  readonly after: string;
  readonly detail: {
    readonly history: string;
    readonly steps?: readonly { readonly seq: number }[];
  };
}

interface LiveRow {
  readonly id: string;
  readonly number: string;
  readonly stage: string;
  readonly state: { readonly stage: string };
  readonly answers: unknown;
  readonly entries: readonly Entry[];
  readonly history: readonly HistoryLine[];
}

const live = `
select a.id, a.number, a.stage, a.state, s.answers,
  (select coalesce(jsonb_agg(e.body::jsonb order by e.id), '[]') from audit_event e
    where e.body::jsonb #>> '{subject,id}' = a.id::text
      and e.body::jsonb ->> 'action' in ('application.submit', 'application.advance')) as entries,
  (select coalesce(jsonb_agg(jsonb_build_object('seq', h.seq, 'at', h.at, 'type', h.type, 'from_stage', h.from_stage,
      'to_stage', h.to_stage, 'action', h.action, 'actor_kind', h.actor_kind, 'actor_id', h.actor_id, 'role', h.role,
      'on_behalf_of', h.on_behalf_of, 'agent_name', h.agent_name, 'reason', h.reason,
      'public_reason', h.public_reason) order by h.seq), '[]')
    from application_event h where h.application_id = a.id) as history
from application a left join submission s on s.application_id = a.id and s.n = a.submission_count
where a.id > $1 order by a.id limit ${pageSize}`;

const gone = `
select e.body::jsonb #>> '{subject,id}' as id from audit_event e
where e.body::jsonb ->> 'action' = 'application.submit'
  and not exists (select from application a where a.id::text = e.body::jsonb #>> '{subject,id}')
order by e.id`;

/**
 * Compares each application with what the log says of it: its answers and state with the last entry, each entry with the
 * one before, and the lines of the history with the entries that wrote them. The log itself is not doubted here; that it
 * is what was sealed, `verifyLog` says.
 *
 * @returns how many applications were looked at
 */
export async function compareLive(tx: EntityManager, tell: (fault: LogFault) => void): Promise<number> {
  let [count, after] = [0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const rows = await tx.query<LiveRow[]>(live, [after]);
    for (const row of rows) compare(row, tell);
    count += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) break;
    after = last.id;
  }
  for (const { id } of await tx.query<{ id: string }[]>(gone)) tell({ code: 'application-missing', id });
  return count;
}

function compare(
  { id, number, stage, state, answers, entries, history }: LiveRow,
  tell: (fault: LogFault) => void,
): void {
  const about = { id, number };
  // In the order in which they took place: ids are made by clocks of several machines.
  const inOrder = [...entries].sort((a, b) => firstSeq(a) - firstSeq(b));
  const last = inOrder.at(-1);
  if (last === undefined || inOrder[0]?.action !== 'application.submit')
    return tell({ code: 'application-unrecorded', ...about });
  if (last.after !== contentHash({ answers, state }) || state.stage !== stage)
    tell({ code: 'application-differs', ...about });
  else if (inOrder.some((entry, index) => index > 0 && entry.before !== inOrder[index - 1]?.after))
    tell({ code: 'application-differed', ...about });
  if (inOrder.some((entry) => contentHash(linesOf(entry, history)) !== entry.detail.history))
    tell({ code: 'history-differs', ...about });
}

/** Those that the entry wrote: an arrival does not name them, and is told by its moment. */
function linesOf({ detail: { steps } }: Entry, history: readonly HistoryLine[]): readonly HistoryLine[] {
  const written = new Set(steps?.map(({ seq }) => seq));
  return history
    .filter(({ seq, at }) => (steps ? written.has(seq) : at === history[0]?.at))
    .map((line) => ({ ...line, at: new Date(line.at).toISOString() }));
}

function firstSeq({ detail: { steps } }: Entry): number {
  return steps?.[0]?.seq ?? 0;
}
