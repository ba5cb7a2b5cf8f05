import { Type, type Static } from '@sinclair/typebox';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });

/** In Japan. */
export const VisitSlot = Type.Object(
  { onDay: Day, fromTime: Time, toTime: Time },
  { additionalProperties: false },
);
export type VisitSlot = Static<typeof VisitSlot>;

export const ProposeVisitRequest = Type.Object(
  {
    slots: Type.Array(VisitSlot, { minItems: 1, maxItems: 5 }),
    place: Type.String({ minLength: 1, maxLength: 300 }),
    inspectors: Type.Array(Id, { minItems: 1, maxItems: 5, uniqueItems: true }),
    note: Type.String({ maxLength: 1000 }),
  },
  { additionalProperties: false },
);
export type ProposeVisitRequest = Static<typeof ProposeVisitRequest>;

/** One of the slots by its place, from 0; null where none fits, and then what would. */
export const ChooseVisitRequest = Type.Object(
  {
    proposalId: Id,
    slot: Type.Union([Type.Integer({ minimum: 0, maximum: 4 }), Type.Null()]),
    note: Type.String({ maxLength: 1000 }),
  },
  { additionalProperties: false },
);
export type ChooseVisitRequest = Static<typeof ChooseVisitRequest>;

/** What the applicant reads of visits: times and place, nobody's name. */
export const OwnVisits = Type.Object({
  proposal: Type.Union([
    Type.Null(),
    Type.Object({ id: Type.String(), place: Type.String(), slots: Type.Array(VisitSlot) }),
  ]),
  visits: Type.Array(
    Type.Object({
      id: Type.String(),
      onDay: Type.String(),
      fromTime: Type.String(),
      toTime: Type.String(),
      place: Type.String(),
      state: Type.Union([Type.Literal('planned'), Type.Literal('done'), Type.Literal('cancelled')]),
    }),
  ),
});
export type OwnVisits = Static<typeof OwnVisits>;
