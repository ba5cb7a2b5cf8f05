import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Action } from '#engine';
import { rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import { ColleaguesQueries } from '../applications/colleagues.queries.js';
import type { Language } from '../http/language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { BatchOffer } from './batch.dto.js';

interface Group {
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly stage: string;
  readonly roles: readonly string[];
  readonly count: number;
}

type Offered = BatchOffer['actions'][number];

/** What can be done with the applications of a batch, judged by where they stand; each is looked at when it is checked. */
@Injectable()
export class OfferBatch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly colleagues: ColleaguesQueries,
  ) {}

  async run(asker: StaffAsker, batchId: string, language: Language): Promise<BatchOffer> {
    const groups = await this.dataSource.query<Group[]>(
      `select a.procedure_id, a.version_hash, a.stage, a.stage_roles as roles, count(distinct a.id)::int as count
       from batch_row r join application a on a.id = r.application_id
       where r.batch_id = $1 group by 1, 2, 3, 4 order by 5 desc, 1, 2, 3`,
      [batchId],
    );
    const versions = await this.library.versions(groups.map(({ version_hash: hash }) => hash));
    const actions = new Map<string, Offered>();
    const reasons = new Map<string, BatchOffer['reasons'][number]>();
    for (const { procedure_id: procedureId, version_hash: hash, stage, count } of groups) {
      const procedure = versions.get(hash)?.procedure;
      if (!procedure) continue;
      const roles = rolesToActIn(withoutUnlendable(asker, procedure), procedureId);
      for (const reason of procedure.workflow.reasons) reasons.set(reason.code, { ...reason });
      for (const action of procedure.workflow.stages.get(stage)?.actions.values() ?? []) {
        if (!isForMany(action) || !action.roles.some((role) => roles.includes(role))) continue;
        const key = `${procedureId} ${action.name}`;
        const before = actions.get(key);
        actions.set(key, {
          procedureId,
          procedureTitle: procedure.info.title,
          count: count + (before?.count ?? 0),
          action: before?.action ?? actionView(action),
        });
      }
    }
    return {
      actions: [...actions.values()].sort((a, b) => b.count - a.count),
      reasons: [...reasons.values()],
      colleagues: await this.colleagues.withRoles(
        groups.flatMap(({ procedure_id: procedure, roles }) =>
          roles.map((role) => [procedure, role] as const),
        ),
        language,
      ),
    };
  }
}

/** Which answers to correct differs from one application to the next: that is asked one by one. */
function isForMany({ by, requires }: Action): boolean {
  return by === 'staff' && !requires.targets;
}

function actionView({ name, title, tone, requires }: Action): Offered['action'] {
  return {
    name,
    title,
    tone,
    requires: { ...requires, fields: requires.fields && { ...requires.fields } },
    refused: null,
  };
}
