import type { EntityManager } from 'typeorm';

/** Makes the teams of an official those. */
export async function writeTeams(
  tx: EntityManager,
  staffId: string,
  teamIds: readonly string[],
): Promise<void> {
  await tx.query('delete from staff_team where staff_id = $1 and team_id <> all($2)', [staffId, teamIds]);
  await tx.query(
    'insert into staff_team (staff_id, team_id) select $1, t from unnest($2::uuid[]) t on conflict do nothing',
    [staffId, teamIds],
  );
}
