import { Type, type Static } from '@sinclair/typebox';

const Article = Type.Object({ title: Type.String(), paragraphs: Type.Array(Type.String()) });

/** The terms of use in force. `version` is the day from which they hold; a registration names the one agreed to. */
export const TermsView = Type.Object({
  version: Type.String(),
  ja: Type.Array(Article),
  en: Type.Array(Article),
});
export type TermsView = Static<typeof TermsView>;
