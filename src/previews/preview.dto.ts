import { Type, type Static } from '@sinclair/typebox';

/** What the applicant would receive, in its final words. */
export const PreviewView = Type.Object({
  documents: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('message'), Type.Literal('notice')]),
      title: Type.String(),
      text: Type.String(),
      /** Address of the PDF of a notice, marked as a draft. */
      pdf: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});
export type PreviewView = Static<typeof PreviewView>;
