import { Type, type Static } from '@sinclair/typebox';
import { fieldSortPattern, queueFilters, queueSorts } from '../queue.js';

/** A queue as somebody wants to see it. */
export const ListPlace = Type.Object(
  {
    queue: Type.String({ minLength: 1, maxLength: 200 }),
    sort: Type.Union([
      ...queueSorts.map((name) => Type.Literal(name)),
      Type.String({ pattern: fieldSortPattern }),
    ]),
    only: Type.Array(Type.Union(queueFilters.map((name) => Type.Literal(name))), {
      maxItems: queueFilters.length,
      uniqueItems: true,
    }),
    /** Listed answers that it shows; left out, those of the procedure. */
    columns: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 12, uniqueItems: true })),
  },
  { additionalProperties: false },
);
export type ListPlace = Static<typeof ListPlace>;

export const SaveViewRequest = Type.Object(
  { title: Type.String({ minLength: 1, maxLength: 60 }), place: ListPlace },
  { additionalProperties: false },
);
export type SaveViewRequest = Static<typeof SaveViewRequest>;

export const SavedViewList = Type.Object({
  views: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), place: ListPlace })),
});
export type SavedViewList = Static<typeof SavedViewList>;
