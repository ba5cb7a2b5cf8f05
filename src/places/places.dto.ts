import { Type, type Static } from '@sinclair/typebox';

/** Which places of the desk, beside the queues, are open to an official. */
export const DeskPlaces = Type.Object({
  /** Keys in what arrives on paper. */
  paper: Type.Boolean(),
  /** Pays, or looks at what is paid. */
  payments: Type.Boolean(),
  /** Works in a procedure that visits places. */
  inspection: Type.Boolean(),
  /** Their office was asked for an opinion, or they have asked for one. */
  opinions: Type.Boolean(),
  /** Mails and documents that did not arrive, in the procedures they work on; null where they have nothing to do with them. */
  deliveries: Type.Union([Type.Integer(), Type.Null()]),
  /** Of what goes on by itself: how much needs an administrator. 0 for everybody else. */
  faults: Type.Integer(),
});
export type DeskPlaces = Static<typeof DeskPlaces>;
