import { Type, type Static } from '@sinclair/typebox';

/** Which places of the desk, beside the queues, are open to an official. */
export const DeskPlaces = Type.Object({
  /** Keys in what arrives on paper. */
  paper: Type.Boolean(),
  /** Pays, or looks at what is paid. */
  payments: Type.Boolean(),
  /** Works in a procedure that visits places. */
  inspection: Type.Boolean(),
});
export type DeskPlaces = Static<typeof DeskPlaces>;
