import { Type, type Static } from '@sinclair/typebox';

/** A scan, a photograph of an inspection, a paper of another office. */
export const DeskFileView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
});
export type DeskFileView = Static<typeof DeskFileView>;
