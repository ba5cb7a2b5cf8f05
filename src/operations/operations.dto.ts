import { type Static, Type } from '@sinclair/typebox';

const maybe = Type.Union([Type.Null(), Type.String()]);

/** How the work that goes on by itself is getting on. Times are instants; failures are words without anybody's data. */
export const OperationsView = Type.Object({
  /** What needs somebody: work that fails or stands still, dead jobs, timers that fail. */
  faults: Type.Integer(),
  works: Type.Array(
    Type.Object({
      /** `FireTimers`: the screen has its own words for those it knows. */
      name: Type.String(),
      state: Type.Union([Type.Literal('good'), Type.Literal('failing'), Type.Literal('still')]),
      lastAt: Type.String(),
      nextAt: Type.String(),
      okAt: maybe,
      failedAt: maybe,
      failure: maybe,
      /** Turns that failed one after the other. */
      failures: Type.Integer(),
    }),
  ),
  timers: Type.Object({
    /** When the next is due. */
    nextAt: maybe,
    /** Due for more than ten minutes. */
    late: Type.Integer(),
    failed: Type.Array(
      Type.Object({
        /** Of the application. */
        number: Type.String(),
        since: Type.String(),
        nextAt: maybe,
        failures: Type.Integer(),
        failure: Type.String(),
      }),
    ),
  }),
  /** Notices that must be signed and cannot be: no key, a key that does not work, no time stamp. */
  unsigned: Type.Array(Type.Object({ reason: Type.String(), count: Type.Integer(), since: Type.String() })),
  /** Committed, and on its way to a queue. */
  outbox: Type.Object({ count: Type.Integer(), oldestAt: maybe }),
  queues: Type.Array(
    Type.Object({
      name: Type.String(),
      waiting: Type.Integer(),
      active: Type.Integer(),
      /** Failed before, and waiting for their next attempt. */
      delayed: Type.Integer(),
      dead: Type.Integer(),
      oldestAt: maybe,
      lookedAt: Type.String(),
    }),
  ),
  deadJobs: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      queue: Type.String(),
      attempts: Type.Integer(),
      failedAt: Type.String(),
      failure: Type.String(),
      state: Type.Union((['open', 'wanted', 'again', 'left'] as const).map((state) => Type.Literal(state))),
      settledBy: maybe,
      settledAt: maybe,
      reason: maybe,
    }),
  ),
});
export type OperationsView = Static<typeof OperationsView>;

export const LeaveJobRequest = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) },
  { additionalProperties: false },
);
export type LeaveJobRequest = Static<typeof LeaveJobRequest>;
