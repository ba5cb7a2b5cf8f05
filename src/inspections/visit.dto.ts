import { Type, type Static } from '@sinclair/typebox';
import { DeskFileView } from '../desk-files/desk-file.dto.js';
import { VisitSlot } from './visit-proposal.dto.js';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });

export const FindingResult = Type.Union([
  Type.Literal('conforming'),
  Type.Literal('fault'),
  Type.Literal('not-applicable'),
]);
export type FindingResult = Static<typeof FindingResult>;

export const PlanVisitRequest = Type.Object(
  {
    onDay: Day,
    fromTime: Time,
    toTime: Time,
    place: Type.String({ minLength: 1, maxLength: 300 }),
    inspectors: Type.Array(Id, { minItems: 1, maxItems: 5, uniqueItems: true }),
    note: Type.String({ maxLength: 1000 }),
    /** Sends the applicant a message with day, time and place. */
    tell: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type PlanVisitRequest = Static<typeof PlanVisitRequest>;

export const CancelVisitRequest = Type.Object({ tell: Type.Boolean() }, { additionalProperties: false });
export type CancelVisitRequest = Static<typeof CancelVisitRequest>;

export const FindingView = Type.Object({
  item: Type.String(),
  result: FindingResult,
  note: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  at: Type.String(),
});
export type FindingView = Static<typeof FindingView>;

/** `version` is the one last seen, 0 for the first; another one there is refused with `finding-changed`. */
export const FindingRequest = Type.Object(
  {
    item: Type.String({ minLength: 1, maxLength: 64 }),
    version: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
    result: FindingResult,
    note: Type.String({ maxLength: 2000 }),
  },
  { additionalProperties: false },
);
export type FindingRequest = Static<typeof FindingRequest>;

const visit = {
  id: Type.String(),
  applicationId: Type.String(),
  number: Type.String(),
  subject: Type.String(),
  applicantName: Type.String(),
  onDay: Type.String(),
  fromTime: Type.String(),
  toTime: Type.String(),
  place: Type.String(),
  note: Type.String(),
  inspectors: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  state: Type.Union([Type.Literal('planned'), Type.Literal('done'), Type.Literal('cancelled')]),
};

export const VisitLine = Type.Object({
  ...visit,
  /** How many of the checklist have a result. */
  found: Type.Integer(),
  items: Type.Integer(),
});
export type VisitLine = Static<typeof VisitLine>;

export const VisitView = Type.Object({
  ...visit,
  procedureTitle: Type.String(),
  checklist: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
  findings: Type.Array(FindingView),
  photos: Type.Array(Type.Intersect([DeskFileView, Type.Object({ item: Type.String() })])),
});
export type VisitView = Static<typeof VisitView>;

export const RouteList = Type.Object({
  onDay: Type.String(),
  visits: Type.Array(VisitLine),
  /** Applications that wait for their inspection and have no day yet. */
  unplanned: Type.Array(
    Type.Object({
      applicationId: Type.String(),
      number: Type.String(),
      subject: Type.String(),
      dueOn: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});
export type RouteList = Static<typeof RouteList>;

export const RouteQuery = Type.Object(
  { on: Type.Optional(Day), whose: Type.Optional(Type.Union([Type.Literal('mine'), Type.Literal('all')])) },
  { additionalProperties: false },
);

export const OrderVisitsRequest = Type.Object(
  { visits: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }) },
  { additionalProperties: false },
);
export type OrderVisitsRequest = Static<typeof OrderVisitsRequest>;

/** Visits of a case, the latest first, and what a new one begins with. */
export const CaseVisits = Type.Object({
  visits: Type.Array(VisitView),
  /** The latest times that were offered to the applicant; null where none ever were, or a visit took their place. */
  proposal: Type.Union([
    Type.Null(),
    Type.Object({
      slots: Type.Array(VisitSlot),
      state: Type.Union([Type.Literal('open'), Type.Literal('none-fits')]),
      at: Type.String(),
    }),
  ]),
  /** Null where the official may plan none now. */
  plan: Type.Union([
    Type.Null(),
    Type.Object({
      place: Type.String(),
      colleagues: Type.Array(
        Type.Object({ id: Type.String(), name: Type.String(), department: Type.String() }),
      ),
    }),
  ]),
});
export type CaseVisits = Static<typeof CaseVisits>;

export const PhotoQuery = Type.Object(
  { item: Type.String({ minLength: 1, maxLength: 64 }), file: Id },
  { additionalProperties: false },
);
