import { type Static, type TSchema, Type } from '@sinclair/typebox';

const nullable = <T extends TSchema>(of: T) => Type.Union([of, Type.Null()]);

export const ListedDraft = Type.Object({
  id: Type.String(),
  title: Type.String(),
  revision: Type.Integer(),
  changedAt: Type.String(),
  changedBy: nullable(Type.String()),
  /** What keeps it from being published. */
  problems: Type.Integer(),
  /** Who has it open now. */
  editing: Type.Array(Type.Object({ name: Type.String(), place: Type.String() })),
  publication: nullable(
    Type.Object({
      state: Type.Union([Type.Literal('asked'), Type.Literal('planned')]),
      startsAt: nullable(Type.String()),
    }),
  ),
  mayWrite: Type.Boolean(),
});
export type ListedDraft = Static<typeof ListedDraft>;

export const BuilderProcedure = Type.Object({
  id: Type.String(),
  title: Type.String(),
  department: Type.String(),
  published: nullable(Type.Object({ number: Type.Integer(), hash: Type.String(), at: Type.String() })),
  window: nullable(
    Type.Object({
      opensAt: Type.String(),
      closesAt: Type.String(),
      state: Type.Union([Type.Literal('before'), Type.Literal('open'), Type.Literal('closed')]),
    }),
  ),
  /** Nothing is accepted for the moment. */
  paused: Type.Boolean(),
  /** What applicants are filling in, and what is under review. */
  inFlight: Type.Object({ drafts: Type.Integer(), applications: Type.Integer() }),
  drafts: Type.Array(ListedDraft),
  /** May the asker begin a draft of it? */
  mayWrite: Type.Boolean(),
});
export type BuilderProcedure = Static<typeof BuilderProcedure>;

export const BuilderProcedures = Type.Object({
  procedures: Type.Array(BuilderProcedure),
  /** Thrown away within the last 30 days. */
  removed: Type.Array(
    Type.Object({
      id: Type.String(),
      procedureId: Type.String(),
      title: Type.String(),
      removedAt: Type.String(),
    }),
  ),
  templates: Type.Array(Type.Object({ name: Type.String(), title: Type.String(), summary: Type.String() })),
  mayBegin: Type.Boolean(),
  mayPublish: Type.Boolean(),
});
export type BuilderProcedures = Static<typeof BuilderProcedures>;
