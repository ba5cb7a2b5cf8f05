import { Type, type Static } from '@sinclair/typebox';
import { DeskFileView } from '../desk-files/desk-file.dto.js';
import { Brought } from './paper.dto.js';

/**
 * `none`: nothing is to be keyed in twice. `wanted`: not asked for yet, or changed since it was settled. `waiting`: for a
 * second official. `differs`: what the two entered is to be settled.
 */
export const PaperCheckState = Type.Union([
  Type.Literal('none'),
  Type.Literal('wanted'),
  Type.Literal('waiting'),
  Type.Literal('differs'),
  Type.Literal('settled'),
]);
export type PaperCheckState = Static<typeof PaperCheckState>;

const nameOrNull = Type.Union([Type.String(), Type.Null()]);

export const PaperCheckView = Type.Object({
  procedureTitle: Type.String(),
  arrivedOn: Type.String(),
  brought: Brought,
  scans: Type.Array(DeskFileView),
  state: PaperCheckState,
  askedBy: nameOrNull,
  typedBy: nameOrNull,
  settledBy: nameOrNull,
  /** The asker may enter the answers: they have not seen them. */
  mayType: Type.Boolean(),
  /** What is keyed in twice; never what was entered. */
  fields: Type.Array(
    Type.Object({
      path: Type.String(),
      label: Type.String(),
      kind: Type.String(),
      options: Type.Array(Type.Object({ value: Type.String(), title: Type.String() })),
    }),
  ),
  /** Once both have entered. */
  differences: Type.Array(
    Type.Object({ path: Type.String(), label: Type.String(), first: Type.String(), second: Type.String() }),
  ),
});
export type PaperCheckView = Static<typeof PaperCheckView>;

const path = Type.String({ maxLength: 300 });

export const TypedAgainRequest = Type.Object(
  { answers: Type.Record(path, Type.String({ maxLength: 4000 }), { maxProperties: 100 }) },
  { additionalProperties: false },
);
export type TypedAgainRequest = Static<typeof TypedAgainRequest>;

export const SettleCheckRequest = Type.Object(
  {
    choices: Type.Record(path, Type.Union([Type.Literal('first'), Type.Literal('second')]), {
      maxProperties: 100,
    }),
  },
  { additionalProperties: false },
);
export type SettleCheckRequest = Static<typeof SettleCheckRequest>;
