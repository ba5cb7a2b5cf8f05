import { Type, type Static } from '@sinclair/typebox';

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const Mark = Type.Union([Type.Literal('checked'), Type.Literal('question'), Type.Literal('defect')]);

/** 項目注釈 of one official on one answer. */
export const AnnotationView = Type.Object({
  /** JSON Pointer into the present answers. */
  path: Type.String(),
  mark: Mark,
  note: Type.String(),
  staffId: Type.String(),
  name: Type.String(),
  at: Type.String(),
  /** Said of an answer that a correction has changed since. */
  outdated: Type.Boolean(),
});
export type AnnotationView = Static<typeof AnnotationView>;

/** What colleagues do on the same application just now, and what they have left there. */
export const CaseworkView = Type.Object({
  /** Of the application now: higher than the one on the screen, somebody has changed it. */
  lock: Type.Integer(),
  /** Colleagues who have it open. */
  others: Type.Array(Type.Object({ name: Type.String(), since: Type.String(), writing: Type.Boolean() })),
  annotations: Type.Array(AnnotationView),
  notes: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), at: Type.String(), body: Type.String() }),
  ),
  /** May the asker mark and note? Those who only look on may not. */
  mayAnnotate: Type.Boolean(),
});
export type CaseworkView = Static<typeof CaseworkView>;

export const PresenceRequest = Type.Object({ writing: Type.Boolean() }, { additionalProperties: false });
export type PresenceRequest = Static<typeof PresenceRequest>;

/** `mark: null` takes one’s own mark away. */
export const AnnotateRequest = Type.Object(
  {
    path: Type.String({ maxLength: 300 }),
    mark: Type.Union([Mark, Type.Null()]),
    note: Type.String({ maxLength: 1000 }),
  },
  { additionalProperties: false },
);
export type AnnotateRequest = Static<typeof AnnotateRequest>;

export const NoteRequest = Type.Object(
  { id: Type.String({ pattern: uuid }), body: Type.String({ minLength: 1, maxLength: 4000 }) },
  { additionalProperties: false },
);
export type NoteRequest = Static<typeof NoteRequest>;
