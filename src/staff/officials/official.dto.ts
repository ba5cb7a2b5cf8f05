import { type Static, Type } from '@sinclair/typebox';

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const text = (maxLength: number) => Type.String({ maxLength });
const id = Type.String({ pattern: uuid });
const day = Type.Union([Type.Null(), Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })]);
const maybe = Type.Union([Type.Null(), Type.String()]);

const RoleEntry = Type.Object(
  {
    /** `*` for a role of the whole office. */
    procedureId: text(100),
    role: text(100),
    /** First and last day in Japan, both included; null is open. */
    fromOn: day,
    toOn: day,
  },
  { additionalProperties: false },
);

const entry = {
  name: text(200),
  /** Empty for an official without one. */
  mail: text(254),
  departmentId: text(36),
  teamIds: Type.Array(id, { maxItems: 50 }),
  roles: Type.Array(RoleEntry, { maxItems: 200 }),
};

export const AddOfficialRequest = Type.Object({ login: text(64), ...entry }, { additionalProperties: false });
export type AddOfficialRequest = Static<typeof AddOfficialRequest>;

export const ChangeOfficialRequest = Type.Object(
  { lock: Type.Integer({ minimum: 0 }), ...entry },
  { additionalProperties: false },
);
export type ChangeOfficialRequest = Static<typeof ChangeOfficialRequest>;
export type OfficialEntry = Omit<ChangeOfficialRequest, 'lock'>;

export const ReasonRequest = Type.Object({ reason: text(1_000) }, { additionalProperties: false });
export type ReasonRequest = Static<typeof ReasonRequest>;

export const ConfirmRoleRequest = Type.Object(
  { procedureId: text(100), role: text(100) },
  { additionalProperties: false },
);
export type ConfirmRoleRequest = Static<typeof ConfirmRoleRequest>;

const states = ['active', 'disabled', 'awaited', 'all'] as const;

export const OfficialListQuery = Type.Object(
  {
    /** A part of number, name, mail, department or team. */
    q: Type.Optional(text(100)),
    /** `awaited`: somebody with a role that a second administrator has to confirm. Left out: `active`. */
    state: Type.Optional(Type.Union(states.map((state) => Type.Literal(state)))),
    cursor: Type.Optional(text(200)),
  },
  { additionalProperties: false },
);
export type OfficialListQuery = Static<typeof OfficialListQuery>;

export const OfficialRow = Type.Object({
  id: Type.String(),
  login: Type.String(),
  name: Type.String(),
  department: Type.String(),
  teams: Type.Array(Type.String()),
  /** Those in force, by their titles; a procedure's behind its title. */
  roles: Type.Array(Type.Object({ procedure: maybe, title: Type.String() })),
  disabled: Type.Boolean(),
  /** Roles that wait for a second administrator. */
  awaited: Type.Integer(),
  lastSignInAt: maybe,
});
export type OfficialRow = Static<typeof OfficialRow>;

export const OfficialList = Type.Object({
  officials: Type.Array(OfficialRow),
  next: maybe,
  /** Officials, of all pages, with roles that wait for a second administrator. */
  awaited: Type.Integer(),
});
export type OfficialList = Static<typeof OfficialList>;

const period = { fromOn: maybe, toOn: maybe };

export const OfficialView = Type.Object({
  id: Type.String(),
  login: Type.String(),
  name: Type.String(),
  mail: maybe,
  departmentId: Type.String(),
  department: Type.String(),
  teams: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  roles: Type.Array(
    Type.Object({
      procedureId: Type.String(),
      procedureTitle: Type.String(),
      role: Type.String(),
      title: Type.String(),
      ...period,
      state: Type.Union(
        (['in-force', 'coming', 'over', 'awaited'] as const).map((state) => Type.Literal(state)),
      ),
      decides: Type.Boolean(),
      recommendOnly: Type.Boolean(),
      /** Null for what came with the installation. */
      givenBy: maybe,
      confirmedBy: maybe,
      /** The asker may be the second who says yes. */
      mayConfirm: Type.Boolean(),
    }),
  ),
  /** From today on. */
  absences: Type.Array(
    Type.Object({
      fromOn: Type.String(),
      toOn: Type.String(),
      substitute: Type.String(),
      /** The substitute can no longer stand in. */
      alone: Type.Boolean(),
    }),
  ),
  standsInFor: Type.Array(
    Type.Object({
      fromOn: Type.String(),
      toOn: Type.String(),
      name: Type.String(),
      /** The official can no longer stand in. */
      alone: Type.Boolean(),
    }),
  ),
  /** Open applications on their desk. */
  holding: Type.Integer(),
  disabledAt: maybe,
  disabledReason: maybe,
  /** The starting password was not replaced yet; until when it can be. */
  startingPasswordEndsAt: maybe,
  lastSignInAt: maybe,
  codesSince: maybe,
  sessions: Type.Integer(),
  lock: Type.Integer(),
  /** The asker's own account: nobody changes that as administrator. */
  own: Type.Boolean(),
  /** The latest first. */
  changes: Type.Array(
    Type.Object({
      id: Type.String(),
      at: Type.String(),
      /** Null for the command line. */
      by: maybe,
      kind: Type.String(),
      lines: Type.Array(Type.String()),
    }),
  ),
});
export type OfficialView = Static<typeof OfficialView>;

/** A password that is shown once, to the administrator who asked for it. */
export const StartingPassword = Type.Object({
  id: Type.String(),
  password: Type.String(),
  endsAt: Type.String(),
});
export type StartingPassword = Static<typeof StartingPassword>;

export const ReleasedView = Type.Object({
  /** Applications that went back into the queue. */
  released: Type.Integer(),
  official: OfficialView,
});
export type ReleasedView = Static<typeof ReleasedView>;

/** A table of officials, as pasted or saved from a spreadsheet (`readOfficials`). */
export const ImportRequest = Type.Object(
  { table: Type.String({ minLength: 1, maxLength: 1_000_000 }) },
  { additionalProperties: false },
);
export type ImportRequest = Static<typeof ImportRequest>;

export const ImportedOfficial = Type.Object({
  /** Of the table, counted as a spreadsheet does. */
  line: Type.Integer(),
  login: Type.String(),
  name: Type.String(),
  kind: Type.Union((['add', 'change', 'same', 'wrong'] as const).map((kind) => Type.Literal(kind))),
  /** What changes, in words. */
  changes: Type.Array(Type.String()),
  faults: Type.Array(Type.Object({ line: Type.Integer(), column: maybe, text: Type.String() })),
  /** Roles that a second administrator has to confirm. */
  awaited: Type.Integer(),
  /** Of somebody new, once it is done. */
  starting: Type.Union([Type.Null(), StartingPassword]),
});
export type ImportedOfficial = Static<typeof ImportedOfficial>;

export const ImportView = Type.Object({
  /** False while it was only tried. */
  done: Type.Boolean(),
  officials: Type.Array(ImportedOfficial),
  unusedColumns: Type.Array(Type.String()),
});
export type ImportView = Static<typeof ImportView>;

export const RoleBookView = Type.Object({
  procedures: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      roles: Type.Array(
        Type.Object({
          name: Type.String(),
          title: Type.String(),
          decides: Type.Boolean(),
          recommendOnly: Type.Boolean(),
        }),
      ),
    }),
  ),
});
export type RoleBookView = Static<typeof RoleBookView>;
