import { Type, type Static } from '@sinclair/typebox';

/** One thing wrong in the answers, with its sentence in both languages. `path` is a JSON Pointer. */
export const FieldProblem = Type.Object(
  {
    path: Type.String(),
    code: Type.String(),
    level: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
    text: Type.Object({ ja: Type.String(), en: Type.String() }),
  },
  { $id: 'FieldProblem' },
);
export type FieldProblem = Static<typeof FieldProblem>;

/** RFC 9457 `application/problem+json`. `code` is words and stable; `detail` says the cure in the caller's language. */
export const ProblemDetails = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Object({ ja: Type.String(), en: Type.String() }),
    /** Quoted to the help desk; stands in the log line of the request. */
    requestId: Type.String(),
    problems: Type.Optional(Type.Array(FieldProblem)),
    params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  },
  { $id: 'ProblemDetails' },
);
export type ProblemDetails = Static<typeof ProblemDetails>;
