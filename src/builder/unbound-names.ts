import type { DataSource } from 'typeorm';
import type { ProcedureFiles } from '#engine';

/** A name in a folder that every installation fills by itself, and this one has not yet. */
export interface UnboundName {
  readonly kind: 'role' | 'team' | 'department';
  /** As people read it. */
  readonly title: string;
}

/**
 * Roles that nobody holds, teams that nobody is in, a department that is not there: who they are is no part of a folder,
 * so that it goes from a trial to operation as it is.
 */
export async function unboundNames(
  dataSource: DataSource,
  files: ProcedureFiles,
): Promise<readonly UnboundName[]> {
  const [info, workflow] = [membersOf(files['procedure.json']), membersOf(files['workflow.json'])];
  const roles = titlesOf(workflow['roles']);
  const teams = titlesOf(workflow['teams']);
  const department = typeof info['department'] === 'string' ? info['department'] : '';
  const [bound] = await dataSource.query<
    { readonly roles: readonly string[]; readonly teams: readonly string[]; readonly is_there: boolean }[]
  >(
    `select
       array(select distinct role from staff_role_in_force where procedure_id = $1) as roles,
       array(select distinct t.name_ja from team t join staff_team m on m.team_id = t.id) as teams,
       exists(select from department where $2 in (name_ja, full_ja)) as is_there`,
    [info['id'] ?? '', department],
  );
  return [
    ...roles
      .filter(([name]) => !bound?.roles.includes(name))
      .map(([, title]) => ({ kind: 'role', title }) as const),
    // A team is known by its title: it is a team of the office, of which this procedure is one task.
    ...teams
      .filter(([, title]) => !bound?.teams.includes(title))
      .map(([, title]) => ({ kind: 'team', title }) as const),
    ...(department === '' || bound?.is_there ? [] : [{ kind: 'department', title: department } as const]),
  ];
}

type Members = Readonly<Record<string, unknown>>;

function titlesOf(value: unknown): readonly (readonly [name: string, title: string])[] {
  return Object.entries((value ?? {}) as Members).map(([name, one]) => {
    const { title } = (one ?? {}) as Members;
    return [name, typeof title === 'string' ? title : name];
  });
}

/** Of a folder in work, which may be wrong anywhere. */
function membersOf(text: string | undefined): Members {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
  } catch {
    return {};
  }
}
