import { type Static, Type } from '@sinclair/typebox';

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const id = Type.String({ pattern: uuid });
const name = Type.String({ maxLength: 100 });

export const DepartmentRequest = Type.Object(
  {
    parentId: Type.Union([Type.Null(), id]),
    nameJa: name,
    /** Empty: as in Japanese. */
    nameEn: name,
  },
  { additionalProperties: false },
);
export type DepartmentRequest = Static<typeof DepartmentRequest>;

export const TeamRequest = Type.Object(
  { departmentId: id, nameJa: name, nameEn: name },
  { additionalProperties: false },
);
export type TeamRequest = Static<typeof TeamRequest>;

const names = { id: Type.String(), nameJa: Type.String(), nameEn: Type.String() };

/** In the order of the tree: each below its parent. */
export const DepartmentList = Type.Object({
  departments: Type.Array(
    Type.Object({
      ...names,
      parentId: Type.Union([Type.Null(), Type.String()]),
      /** With those above it, in the language asked for. */
      full: Type.String(),
      /** 0 at the top. */
      depth: Type.Integer(),
      /** Officials who are not locked out. */
      people: Type.Integer(),
      teams: Type.Array(Type.Object({ ...names, name: Type.String(), people: Type.Integer() })),
    }),
  ),
});
export type DepartmentList = Static<typeof DepartmentList>;
