import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../../applications/application.dto.js';

export type { AuditAction } from '../audit-entry.js';

const civilDate = '^\\d{4}-\\d{2}-\\d{2}$';

export const LogQuery = Type.Object(
  {
    /** An official by login name or name. */
    who: Type.Optional(Type.String({ maxLength: 100 })),
    action: Type.Optional(Type.String({ pattern: '^[a-z][a-z.-]{0,63}$' })),
    /** Number of an application. */
    number: Type.Optional(Type.String({ maxLength: 64 })),
    from: Type.Optional(Type.String({ pattern: civilDate })),
    to: Type.Optional(Type.String({ pattern: civilDate })),
    /** Entries before this one. */
    before: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36}$' })),
  },
  { additionalProperties: false },
);
export type LogQuery = Static<typeof LogQuery>;

export const LogEntryView = Type.Object({
  id: Type.String(),
  at: Type.String(),
  action: Type.String(),
  actorKind: Type.String(),
  /** Of an official. */
  actorName: Nullable(Type.String()),
  subjectKind: Type.String(),
  subjectId: Nullable(Type.String()),
  /** Of an application. */
  number: Nullable(Type.String()),
  /** Null as long as it is not sealed. */
  seal: Nullable(Type.Integer()),
});
export type LogEntryView = Static<typeof LogEntryView>;

export const LogPage = Type.Object({
  entries: Type.Array(LogEntryView),
  next: Nullable(Type.String()),
});
export type LogPage = Static<typeof LogPage>;

export const LogEntryDetail = Type.Object({
  ...LogEntryView.properties,
  /** The bytes that were sealed. */
  body: Type.String(),
  /** SHA-256 over a zero byte and the body. */
  leaf: Type.String(),
  proof: Nullable(
    Type.Object({
      seal: Type.Integer(),
      /** The bytes that were signed. */
      sealBody: Type.String(),
      signature: Type.String(),
      keyId: Type.String(),
      pos: Type.Integer(),
      /** Hashes by which the entry leads to the root of the seal. */
      path: Type.Array(
        Type.Object({
          side: Type.Union([Type.Literal('left'), Type.Literal('right')]),
          hash: Type.String(),
        }),
      ),
      /** Is the entry what was sealed, does it lead to the root, and is the signature right? */
      holds: Type.Boolean(),
    }),
  ),
});
export type LogEntryDetail = Static<typeof LogEntryDetail>;

export const LogState = Type.Object({
  /** Kinds of entries that there are. */
  actions: Type.Array(Type.String()),
  waiting: Type.Integer(),
  seal: Nullable(
    Type.Object({ number: Type.Integer(), at: Type.String(), count: Type.Integer(), hash: Type.String() }),
  ),
  anchor: Nullable(
    Type.Object({ day: Type.String(), seal: Type.Integer(), deliveredAt: Nullable(Type.String()) }),
  ),
  check: Nullable(
    Type.Object({
      at: Type.String(),
      events: Type.Integer(),
      seals: Type.Integer(),
      faults: Type.Array(Type.Object({ ja: Type.String(), en: Type.String() })),
    }),
  ),
});
export type LogState = Static<typeof LogState>;
