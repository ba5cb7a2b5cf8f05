import type { HistoryEntry } from '#engine';
import { type EventRecord, iso } from './applications.queries.js';
import { standsBeside } from './record-line.js';

/** Recorded lines as the engine reads them. Lines that only the server writes are left out. */
export function historyEntries(events: readonly EventRecord[]): readonly HistoryEntry[] {
  return events
    .filter(({ type }) => !standsBeside(type))
    .map((event) => ({
      at: iso(event.at),
      type: event.type as HistoryEntry['type'],
      from: event.from_stage,
      to: event.to_stage,
      action: event.action,
      actor: { kind: event.actor_kind, id: event.actor_id },
      role: event.role,
      onBehalfOf: event.on_behalf_of,
      reason: event.reason,
      publicReason: event.public_reason,
    }));
}
