import { Type, type Static } from '@sinclair/typebox';

/** A piece of a text, as `plainBlocks` gives it. */
export const AnnouncementBlock = Type.Union([
  Type.Object({
    kind: Type.Union(
      (
        [
          'paragraph',
          'right',
          'center',
          'addressee',
          'sender',
          'title',
          'heading',
          'item',
          'note',
          'footer',
          'blank',
        ] as const
      ).map((kind) => Type.Literal(kind)),
    ),
    text: Type.String(),
  }),
  Type.Object({ kind: Type.Literal('table'), rows: Type.Array(Type.Array(Type.String())) }),
]);
export type AnnouncementBlock = Static<typeof AnnouncementBlock>;

const Told = Type.Object({
  /** Instant. */
  at: Type.String(),
  /** In Japanese, as it was written. */
  note: Type.String(),
});

export const AnnouncementView = Type.Object({
  id: Type.String(),
  title: Type.String(),
  body: Type.Array(AnnouncementBlock),
  /** The language of title and body: Japanese where nobody translated them. */
  language: Type.Union([Type.Literal('ja'), Type.Literal('en')]),
  important: Type.Boolean(),
  audience: Type.Union([Type.Literal('individual'), Type.Literal('business'), Type.Null()]),
  /** `name` is Japanese and is what the list is asked by. */
  category: Type.Union([Type.Object({ name: Type.String(), title: Type.String() }), Type.Null()]),
  procedure: Type.Union([Type.Object({ id: Type.String(), title: Type.String() }), Type.Null()]),
  /** Instant. */
  publishedAt: Type.String(),
  /** What was wrong and is right now, the latest first. */
  corrections: Type.Array(Told),
  /** Set once it was taken back: its text is gone then. It stands in no list. */
  withdrawn: Type.Union([Told, Type.Null()]),
});
export type AnnouncementView = Static<typeof AnnouncementView>;

/** Newest first. `next` is the `before` of the following page. */
export const AnnouncementList = Type.Object({
  announcements: Type.Array(AnnouncementView),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type AnnouncementList = Static<typeof AnnouncementList>;

export const AnnouncementQuery = Type.Object(
  {
    category: Type.Optional(Type.String({ maxLength: 100 })),
    procedure: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' })),
    before: Type.Optional(
      Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }),
    ),
  },
  { additionalProperties: false },
);
export type AnnouncementQuery = Static<typeof AnnouncementQuery>;
