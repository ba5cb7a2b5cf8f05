import { Type, type Static } from '@sinclair/typebox';
import { AttachmentView } from '../drafts/draft.dto.js';

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
      /** Titles of masked questions that were opened. */
      opened: Type.Array(Type.String()),
      /** It stood in a table that was made, which nobody need have opened. */
      exported: Type.Boolean(),
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
      opened: Type.Array(Type.String()),
      exported: Type.Boolean(),
    }),
  ),
});
export type DeskReadingList = Static<typeof DeskReadingList>;

/** JSON Pointer into the answers. */
export const OpenAnswerRequest = Type.Object(
  { path: Type.String({ maxLength: 300 }) },
  { additionalProperties: false },
);
export type OpenAnswerRequest = Static<typeof OpenAnswerRequest>;

export const OpenedAnswerView = Type.Object({
  path: Type.String(),
  value: Type.Unknown(),
  /** Before the latest correction; null where nothing was. */
  before: Type.Unknown(),
  /** Files that the answer names. */
  attachments: Type.Array(AttachmentView),
});
export type OpenedAnswerView = Static<typeof OpenedAnswerView>;
