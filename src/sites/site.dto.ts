import { Type, type Static } from '@sinclair/typebox';

/** One entry of the list of saved sites (店舗台帳). */
export const SavedSiteView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** What `site.…` of a procedure reads: `name`, `postal`, `address` … */
  data: Type.Record(Type.String(), Type.Unknown()),
  savedAt: Type.String(),
  /** When an application for it was last begun. */
  lastUsedAt: Type.Union([Type.String(), Type.Null()]),
  /** How many own applications name it. */
  applications: Type.Integer(),
});
export type SavedSiteView = Static<typeof SavedSiteView>;

/** What may be written down of a site: every text and choice that a procedure in force would take from it. */
export const SiteQuestionView = Type.Object({
  name: Type.String(),
  title: Type.String(),
  description: Type.Union([Type.String(), Type.Null()]),
  format: Type.Union([Type.String(), Type.Null()]),
  maxLength: Type.Union([Type.Integer(), Type.Null()]),
  required: Type.Boolean(),
  options: Type.Union([Type.Array(Type.Object({ value: Type.String(), title: Type.String() })), Type.Null()]),
});
export type SiteQuestionView = Static<typeof SiteQuestionView>;

/** Last used first. */
export const SiteList = Type.Object({
  sites: Type.Array(SavedSiteView),
  questions: Type.Array(SiteQuestionView),
});
export type SiteList = Static<typeof SiteList>;

export const SiteEntry = Type.Object(
  { data: Type.Record(Type.String({ minLength: 1, maxLength: 63 }), Type.String({ maxLength: 1000 })) },
  { additionalProperties: false },
);
export type SiteEntry = Static<typeof SiteEntry>;
