import type { DepartmentList } from '../../api/types.js';

type Department = DepartmentList['departments'][number];
type Team = Department['teams'][number];

/** The department or team that is looked at, or that is to be: what its form begins with. */
export interface OpenedPlace {
  readonly kind: 'department' | 'team';
  /** Null for a new one. */
  readonly id: string | null;
  readonly nameJa: string;
  readonly nameEn: string;
  /** Of a department the one above it, empty at the top; of a team its own. */
  readonly within: string;
  readonly people: number;
}

const fresh = { id: null, nameJa: '', nameEn: '', within: '', people: 0 } as const;

export const placeOf = {
  newDepartment: { ...fresh, kind: 'department' } satisfies OpenedPlace,
  newTeam: ({ id }: Department): OpenedPlace => ({ ...fresh, kind: 'team', within: id }),
  department: ({ id, nameJa, nameEn, parentId, people }: Department): OpenedPlace => ({
    kind: 'department',
    ...{ id, nameJa, nameEn, people },
    within: parentId ?? '',
  }),
  team: (department: Department, { id, nameJa, nameEn, people }: Team): OpenedPlace => ({
    kind: 'team',
    ...{ id, nameJa, nameEn, people },
    within: department.id,
  }),
};
