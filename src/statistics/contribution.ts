import { civilDateInJapan, clockLedger, type HistoryEntry, type Procedure } from '#engine';

/**
 * `arrived`; `decided` (key: `approved` or `refused`, bucket: days of the processing clock until then); `completed` and
 * `withdrawn`, which are ends; `stay` (key: stage, bucket: working days, on the day it ended); `correction`; `defect`
 * (key: path of the question); `reason` (key: code of the ready sentence); `acted` (key: id of the official).
 */
export type CountKind =
  'arrived' | 'decided' | 'completed' | 'withdrawn' | 'stay' | 'correction' | 'defect' | 'reason' | 'acted';

/** One of a kind on a day. */
export interface Contribution {
  readonly kind: CountKind;
  /** Civil date in Japan. */
  readonly day: string;
  readonly key: string;
  readonly bucket: number;
}

export interface CorrectionPointSeen {
  readonly seq: number;
  readonly path: string;
  readonly reason: string | null;
}

/**
 * What one application adds to the counts: of its history alone, so that whoever counts twice, or everything anew, comes
 * to the same numbers.
 *
 * @param history in order, as the engine has it; `seq` is the place of a line in the stored one
 */
export function contributionOf(
  procedure: Procedure,
  history: readonly (HistoryEntry & { readonly seq: number })[],
  points: readonly CorrectionPointSeen[],
): readonly Contribution[] {
  const [arrival] = history;
  if (!arrival) return [];
  const { stages } = procedure.workflow;
  const made: Contribution[] = [];
  const add = (kind: CountKind, at: string, key = '', bucket = 0): void => {
    made.push({ kind, day: civilDateInJapan(at), key, bucket });
  };
  add('arrived', arrival.at);
  const moves = history.filter(({ from, to }) => from !== to);
  const decision = moves.find(({ to }) => isDecided(procedure, to));
  if (decision) {
    const upTo = history.slice(0, history.indexOf(decision) + 1);
    const { used } = clockLedger(upTo, stages, decision.at, procedure.info.clock);
    add('decided', decision.at, outcomeAt(procedure, decision.to), used);
  }
  // The last of them: what was paid and came back from the bank has not ended.
  const end = moves.at(-1);
  const outcome = end && stages.get(end.to)?.outcome;
  if (end && outcome === 'approved') add('completed', end.at);
  if (end && outcome === 'withdrawn') add('withdrawn', end.at);
  const last = history.at(-1)?.at ?? arrival.at;
  const { spans } = clockLedger(history, stages, last);
  for (const [index, { stage, days }] of spans.entries()) {
    // The last stay of what is still open has not ended.
    const left = moves[index + 1];
    if (left && stages.get(stage)?.kind !== 'check') add('stay', left.at, stage, days);
  }
  const asked = new Set<number>();
  for (const { seq, path, reason } of points) {
    const at = history.find((line) => line.seq === seq)?.at;
    if (at === undefined) continue;
    if (!asked.has(seq)) add('correction', at);
    asked.add(seq);
    add('defect', at, path);
    if (reason !== null) add('reason', at, reason);
  }
  for (const { actor, at, type } of history) {
    if (actor.kind === 'staff' && (type === 'action' || type === 'approved')) add('acted', at, actor.id);
  }
  return made;
}

/** Has the office decided once an application is there? What only waits to be paid is decided, and tells so. */
function isDecided({ workflow }: Procedure, name: string): boolean {
  const stage = workflow.stages.get(name);
  if (!stage || stage.outcome === 'withdrawn') return false;
  return stage.kind === 'final' || stage.publicStatus.tone === 'done';
}

function outcomeAt({ workflow }: Procedure, name: string): 'approved' | 'refused' {
  const stage = workflow.stages.get(name);
  const isRefused = stage?.outcome === 'refused' || stage?.outcome === 'dismissed';
  return isRefused ? 'refused' : 'approved';
}
