import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../applications/application.dto.js';

const civilDate = '^\\d{4}-\\d{2}-\\d{2}$';

export const StatisticsQuery = Type.Object(
  {
    /** Left out: the first that the asker may see. */
    procedure: Type.Optional(Type.String({ maxLength: 64 })),
    /** First and last day, in Japan; left out: the last 90 days. */
    from: Type.Optional(Type.String({ pattern: civilDate })),
    to: Type.Optional(Type.String({ pattern: civilDate })),
  },
  { additionalProperties: false },
);
export type StatisticsQuery = Static<typeof StatisticsQuery>;

/** Days since the stage was entered: up to 3, up to 7, up to 14, up to 30, more. */
export const ageBands = [3, 7, 14, 30] as const;

const Times = Type.Object({
  count: Type.Integer(),
  median: Nullable(Type.Integer()),
  /** Nine of ten took no longer. */
  p90: Nullable(Type.Integer()),
});

const Counted = Type.Object({ key: Type.String(), title: Type.String(), count: Type.Integer() });

export const StatisticsView = Type.Object({
  procedures: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
  procedureId: Type.String(),
  from: Type.String(),
  to: Type.String(),
  /** Of the latest count. */
  asOf: Type.String(),
  /** How the applicant reads the good end: 振込済, 認証. */
  completedLabel: Type.String(),
  days: Type.Array(
    Type.Object({
      day: Type.String(),
      arrived: Type.Integer(),
      decided: Type.Integer(),
      completed: Type.Integer(),
    }),
  ),
  totals: Type.Object({
    arrived: Type.Integer(),
    decided: Type.Integer(),
    refused: Type.Integer(),
    completed: Type.Integer(),
    withdrawn: Type.Integer(),
    corrections: Type.Integer(),
  }),
  /** Days of the processing clock until the decision. */
  decision: Times,
  /** Working days in each stage. */
  stages: Type.Array(Type.Object({ key: Type.String(), title: Type.String(), times: Times })),
  /** Of what is open now: how long it is where it stands, in as many bands as `ageBands` and one more. */
  ageing: Type.Array(
    Type.Object({ key: Type.String(), title: Type.String(), bands: Type.Array(Type.Integer()) }),
  ),
  defects: Type.Array(Counted),
  reasons: Type.Array(Counted),
  /** Drafts that were left, by the last page in which anything was answered. */
  drafts: Type.Array(Counted),
  /** For supervisors alone. */
  people: Nullable(
    Type.Array(
      Type.Object({ key: Type.String(), name: Type.String(), open: Type.Integer(), acted: Type.Integer() }),
    ),
  ),
});
export type StatisticsView = Static<typeof StatisticsView>;

export const statisticsTables = [
  'days',
  'stages',
  'ageing',
  'defects',
  'reasons',
  'drafts',
  'people',
] as const;
export type StatisticsTable = (typeof statisticsTables)[number];

export const StatisticsCsvQuery = Type.Object(
  { ...StatisticsQuery.properties, table: Type.Union(statisticsTables.map((name) => Type.Literal(name))) },
  { additionalProperties: false },
);
export type StatisticsCsvQuery = Static<typeof StatisticsCsvQuery>;

/** Null for a number so small that it might tell of somebody (fewer than 5, and not none). */
const Public = Nullable(Type.Integer());

export const PublicStatistics = Type.Object({
  procedureId: Type.String(),
  title: Type.String(),
  completedLabel: Type.String(),
  arrived: Public,
  decided: Public,
  completed: Public,
  /** Of a hundred that arrived; null where a number is too small. */
  decidedShare: Nullable(Type.Integer()),
  completedShare: Nullable(Type.Integer()),
  /** Days until the decision, of half of those decided; null where they are too few. */
  medianDays: Nullable(Type.Integer()),
  clock: Type.Union([Type.Literal('working'), Type.Literal('calendar')]),
  standardDays: Type.Integer(),
  /** To the minute. */
  asOf: Type.String(),
});
export type PublicStatistics = Static<typeof PublicStatistics>;
