import type { DataSource, EntityManager } from 'typeorm';

/** What an application has been through, as far as it binds it to its version. */
export interface MoveFacts {
  /** Every stage in which it has been. */
  readonly stages: readonly string[];
  readonly actions: readonly { readonly stage: string; readonly action: string; readonly to: string }[];
  /** Mails and notices that it has got: `notices/decision.md`. */
  readonly templates: readonly string[];
  readonly isSigned: boolean;
}

interface FactsRow extends MoveFacts {
  readonly id: string;
}

export async function readMoveFacts(
  tx: EntityManager | DataSource,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MoveFacts>> {
  const rows = await tx.query<FactsRow[]>(
    `select a.id,
       array(select distinct x.stage from application_event e, unnest(array[e.from_stage, e.to_stage]) as x(stage)
         where e.application_id = a.id and x.stage is not null) as stages,
       coalesce((select jsonb_agg(distinct jsonb_build_object('stage', e.from_stage, 'action', e.action, 'to', e.to_stage))
         from application_event e where e.application_id = a.id and e.type in ('action', 'approved')
           and e.from_stage is not null and e.action is not null), '[]') as actions,
       array(select distinct case n.kind when 'notice' then 'notices/' else 'messages/' end || n.template || '.md'
         from notice n where n.application_id = a.id) as templates,
       exists (select from submission s where s.application_id = a.id and s.signature_id is not null) as "isSigned"
     from application a where a.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
