import { type Static, Type } from '@sinclair/typebox';

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const ColleagueView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  department: Type.String(),
});
export type ColleagueView = Static<typeof ColleagueView>;

export const AbsenceView = Type.Object({
  id: Type.String(),
  /** First and last day, both included. */
  fromOn: Type.String(),
  toOn: Type.String(),
  substitute: ColleagueView,
  /** The substitute is locked out or has left the office's procedures: nobody stands in. */
  alone: Type.Boolean(),
});
export type AbsenceView = Static<typeof AbsenceView>;

export const AbsenceList = Type.Object({
  /** The asker's own, from today on, the earliest first. */
  absences: Type.Array(AbsenceView),
  /** Who may stand in: officials of the same procedures. */
  colleagues: Type.Array(ColleagueView),
});
export type AbsenceList = Static<typeof AbsenceList>;

export const AbsenceRequest = Type.Object(
  { fromOn: day, toOn: day, substituteId: Type.String({ pattern: '^[0-9a-f-]{36}$' }) },
  { additionalProperties: false },
);
export type AbsenceRequest = Static<typeof AbsenceRequest>;
