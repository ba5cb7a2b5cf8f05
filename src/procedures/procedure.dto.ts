import { Type, type Static } from '@sinclair/typebox';
import type { FormProgram } from '#engine';

const AcceptanceState = Type.Union([Type.Literal('before'), Type.Literal('open'), Type.Literal('closed')]);

export const ProcedureListItem = Type.Object({
  id: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  audience: Type.Array(Type.Union([Type.Literal('individual'), Type.Literal('business')])),
  category: Type.String(),
  department: Type.String(),
  /** Instants; the state is the server's at the time of the answer. */
  opensAt: Type.String(),
  closesAt: Type.String(),
  state: AcceptanceState,
});
export type ProcedureListItem = Static<typeof ProcedureListItem>;

export const ProcedureList = Type.Object({ procedures: Type.Array(ProcedureListItem) });
export type ProcedureList = Static<typeof ProcedureList>;

export const ProcedureView = Type.Composite([
  ProcedureListItem,
  Type.Object({
    versionHash: Type.String(),
    /** The window was moved by the office after publication (extension); the published one is kept in the version. */
    windowExtended: Type.Boolean(),
    standardProcessingDays: Type.Integer(),
    fee: Type.Union([Type.String(), Type.Null()]),
    legalBasis: Type.Array(Type.Object({ title: Type.String(), article: Type.String() })),
    criteria: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), text: Type.String() })),
    contact: Type.Object({
      name: Type.String(),
      phone: Type.String(),
      mail: Type.String(),
      hours: Type.String(),
    }),
    paperAlternative: Type.Union([Type.String(), Type.Null()]),
    /** `#0017c1`, dark enough for white text; null = the colour of the site. */
    /** A saved site gives first values: which one it is for is asked before it begins. */
    asksSite: Type.Boolean(),
    themeColor: Type.Union([Type.String(), Type.Null()]),
    pages: Type.Array(Type.Object({ name: Type.String(), title: Type.String() })),
    attachments: Type.Array(
      Type.Object({
        title: Type.String(),
        description: Type.Union([Type.String(), Type.Null()]),
        conditional: Type.Boolean(),
      }),
    ),
  }),
]);
export type ProcedureView = Static<typeof ProcedureView>;

/**
 * What a browser fills a form with: the program that `linkForm` takes, its English by its Japanese (null when the
 * procedure brings none) and, per page, the address of its validator module. Immutable.
 */
export const FormBundle = Type.Object({
  procedureId: Type.String(),
  versionHash: Type.String(),
  title: Type.String(),
  themeColor: Type.Union([Type.String(), Type.Null()]),
  program: Type.Unsafe<FormProgram>({ type: 'object' }),
  english: Type.Union([Type.Record(Type.String(), Type.String()), Type.Null()]),
  validators: Type.Record(Type.String(), Type.String()),
});
export type FormBundle = Static<typeof FormBundle>;
