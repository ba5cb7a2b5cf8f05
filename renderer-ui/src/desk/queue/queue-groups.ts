import type { QueueView } from '../../api/types.js';

export interface QueueGroup {
  /** null for the queues that cut across procedures. */
  readonly procedureId: string | null;
  readonly queues: readonly QueueView[];
}

/** The rail: what is mine first, then the stages of each procedure in the order the server lists them. */
export function groupQueues(queues: readonly QueueView[]): readonly QueueGroup[] {
  const groups = new Map<string | null, QueueView[]>([[null, []]]);
  for (const queue of queues) {
    const group = groups.get(queue.procedureId) ?? [];
    group.push(queue);
    groups.set(queue.procedureId, group);
  }
  return [...groups]
    .map(([procedureId, members]) => ({ procedureId, queues: members }))
    .filter((group) => group.queues.length > 0);
}
