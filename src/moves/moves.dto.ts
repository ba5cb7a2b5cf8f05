import { type Static, Type } from '@sinclair/typebox';

const nullable = <T extends ReturnType<typeof Type.String>>(of: T) => Type.Union([of, Type.Null()]);

/** What a publication did with what was under review. Counts alone. */
export const MoveView = Type.Object({
  id: Type.String(),
  from: Type.Integer(),
  to: Type.Integer(),
  state: Type.Union([
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('stopped'),
    Type.Literal('taking-back'),
    Type.Literal('taken-back'),
  ]),
  begunAt: Type.String(),
  endedAt: nullable(Type.String()),
  /** How many were under review when it began. */
  total: Type.Integer(),
  moved: Type.Integer(),
  /** Moved, and asked for what is new. */
  asked: Type.Integer(),
  back: Type.Integer(),
  /** Those that stay, by why; the commonest first. */
  stays: Type.Array(Type.Object({ reason: Type.String(), count: Type.Integer() })),
  /** Those that were to be taken back and could not, by why. */
  kept: Type.Array(Type.Object({ reason: Type.String(), count: Type.Integer() })),
  mayTakeBack: Type.Boolean(),
});
export type MoveView = Static<typeof MoveView>;

export const MoveList = Type.Object({ moves: Type.Array(MoveView) });
export type MoveList = Static<typeof MoveList>;

export const TakeBackRequest = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 1_000 }) },
  { additionalProperties: false },
);
export type TakeBackRequest = Static<typeof TakeBackRequest>;
