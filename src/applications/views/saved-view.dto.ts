import { Type, type Static } from '@sinclair/typebox';
import { queueFilters, queueSorts } from '../queue.js';

/** A queue as somebody wants to see it. */
export const ListPlace = Type.Object(
  {
    queue: Type.String({ minLength: 1, maxLength: 200 }),
    sort: Type.Union(queueSorts.map((name) => Type.Literal(name))),
    only: Type.Array(Type.Union(queueFilters.map((name) => Type.Literal(name))), {
      maxItems: queueFilters.length,
      uniqueItems: true,
    }),
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
