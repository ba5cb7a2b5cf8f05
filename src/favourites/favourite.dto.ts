import { Type, type Static } from '@sinclair/typebox';

export const Favourites = Type.Object({
  /** Of procedures in force, by the name that `ProcedureListItem.category` has in Japanese. */
  categories: Type.Array(Type.Object({ name: Type.String(), title: Type.String(), marked: Type.Boolean() })),
  procedures: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
  wantsNews: Type.Boolean(),
});
export type Favourites = Static<typeof Favourites>;

export const MarkFavouriteRequest = Type.Object(
  {
    kind: Type.Union([Type.Literal('category'), Type.Literal('procedure')]),
    /** The category's Japanese name, or the procedure's id. */
    name: Type.String({ minLength: 1, maxLength: 100 }),
    marked: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type MarkFavouriteRequest = Static<typeof MarkFavouriteRequest>;
