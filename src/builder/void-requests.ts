import type { EntityManager } from 'typeorm';

/** What was agreed to is the content of that moment: after a change it has to be asked for again. @returns was there one? */
export async function voidRequests(
  tx: Pick<EntityManager, 'query'>,
  draftId: string,
  byId: string | null,
): Promise<boolean> {
  const [, voided] = await tx.query<[unknown[], number]>(
    `update publication_request set state = 'void', ended_at = clock_timestamp(), ended_by = $2
     where draft_id = $1 and state in ('asked', 'planned')`,
    [draftId, byId],
  );
  return voided > 0;
}
