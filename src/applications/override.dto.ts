import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from './application.dto.js';

/** A value that an official set in place of a computed one. */
export const OverrideView = Type.Object({
  /** JSON Pointer: `/sales/payable`. */
  path: Type.String(),
  label: Type.String(),
  /** What was computed, and what counts instead; both as the answer is kept. */
  computed: Type.Unknown(),
  value: Type.Unknown(),
  reason: Type.String(),
  publicReason: Type.String(),
  by: Type.String(),
  onBehalfOf: Nullable(Type.String()),
  at: Type.String(),
  /** Null while it counts. */
  ended: Nullable(
    Type.Object({
      at: Type.String(),
      because: Type.Union([
        Type.Literal('replaced'),
        Type.Literal('taken-back'),
        Type.Literal('answers-changed'),
      ]),
    }),
  ),
});
export type OverrideView = Static<typeof OverrideView>;

/** A computed answer that the asker may set to another value at this stage. */
export const OverridableView = Type.Object({
  path: Type.String(),
  label: Type.String(),
  computed: Type.Unknown(),
  minimum: Nullable(Type.Number()),
  maximum: Nullable(Type.Number()),
  /** Whether the applicant reads the value, and so a reason. */
  isShown: Type.Boolean(),
  /** Why it cannot be changed now (hold). */
  refused: Nullable(
    Type.Object({ code: Type.String(), text: Type.Object({ ja: Type.String(), en: Type.String() }) }),
  ),
});
export type OverridableView = Static<typeof OverridableView>;

/** `value: null`: as computed again. */
export const OverrideRequest = Type.Object(
  {
    lock: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
    path: Type.String({ maxLength: 300 }),
    value: Type.Union([Type.Null(), Type.Number(), Type.Boolean(), Type.String({ maxLength: 1000 })]),
    reason: Type.String({ maxLength: 4000 }),
    publicReason: Type.String({ maxLength: 4000 }),
  },
  { additionalProperties: false },
);
export type OverrideRequest = Static<typeof OverrideRequest>;
