import { Type, type Static } from '@sinclair/typebox';
import { FieldProblem } from '../http/problem.dto.js';

/** The parts of a condition that decided, as clauses about the answers: 「店舗の市町村」が「大阪市」. */
export const Reasons = Type.Object({ ja: Type.Array(Type.String()), en: Type.Array(Type.String()) });
export type Reasons = Static<typeof Reasons>;

/** Why the application stands in its stage. */
export const StageReason = Type.Object({
  /** Place in `history` of the step that brought it there. */
  step: Type.Integer(),
  /** What chose the stage among several; empty where no condition did. */
  reasons: Reasons,
  /** Where else it might have gone, and what spoke against it. */
  passedOver: Type.Array(Type.Object({ titles: Type.Array(Type.String()), reasons: Reasons })),
});
export type StageReason = Static<typeof StageReason>;

/** A warning that stood at submission, with the values it compared. */
export const WarningView = Type.Object({ ...FieldProblem.properties, why: Reasons });
export type WarningView = Static<typeof WarningView>;

/** The result of an automatic check; `why` it failed, as far as that can be told. */
export const CheckView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  passed: Type.Boolean(),
  message: Type.String(),
  criterion: Type.Union([Type.String(), Type.Null()]),
  why: Reasons,
});
export type CheckView = Static<typeof CheckView>;
