import { Type, type Static } from '@sinclair/typebox';

export const RelatedList = Type.Object({
  /** Those with most in common first. */
  applications: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      procedureTitle: Type.String(),
      subject: Type.String(),
      applicantName: Type.String(),
      stageTitle: Type.String(),
      submittedAt: Type.String(),
      /** Made by somebody else, as far as accounts tell. */
      byAnother: Type.Boolean(),
      /** Why they are thought related. */
      reasons: Type.Array(
        Type.Object({
          kind: Type.Union([
            Type.Literal('person'),
            Type.Literal('site'),
            Type.Literal('file'),
            Type.Literal('phone'),
            Type.Literal('address'),
            Type.Literal('account'),
            Type.Literal('corporation'),
            Type.Literal('permit'),
          ]),
          /** The question that has the same answer; null where it is none. */
          title: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
    }),
  ),
  /** There are more than are shown. */
  more: Type.Boolean(),
});
export type RelatedList = Static<typeof RelatedList>;
