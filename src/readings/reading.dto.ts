import { Type, type Static } from '@sinclair/typebox';

/** Who has opened an application, latest day first. Applicants read department and role, and never a name. */
export const ReadingList = Type.Object({
  readings: Type.Array(
    Type.Object({
      day: Type.String(),
      department: Type.String(),
      /** Titles of the roles in the procedure. */
      roles: Type.Array(Type.String()),
      /** How many officials of that department with these roles. */
      people: Type.Integer(),
      lastAt: Type.String(),
    }),
  ),
});
export type ReadingList = Static<typeof ReadingList>;

export const DeskReadingList = Type.Object({
  readings: Type.Array(
    Type.Object({
      day: Type.String(),
      name: Type.String(),
      department: Type.String(),
      roles: Type.Array(Type.String()),
      times: Type.Integer(),
      firstAt: Type.String(),
      lastAt: Type.String(),
    }),
  ),
});
export type DeskReadingList = Static<typeof DeskReadingList>;
