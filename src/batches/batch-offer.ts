import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Action } from '#engine';
import { rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import { ColleaguesQueries } from '../applications/colleagues.queries.js';
import type { Language } from '../http/language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { inLanguage } from '../procedures/in-language.js';
import type { BatchOffer } from './batch.dto.js';
import { templateColumns } from './batch-template.js';
import { commonPlaces } from './correction-places.js';
import { hasColumn, staffColumns } from './staff-cells.js';

interface Said {
  readonly reason: boolean;
  readonly public_reason: boolean;
  readonly points: boolean;
  readonly cells: readonly string[];
}

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
    const [said] = await this.dataSource.query<Said[]>(
      `select coalesce(bool_or(own ? 'reason'), false) as reason,
         coalesce(bool_or(own ? 'publicReason'), false) as public_reason,
         coalesce(bool_or(own ? 'points'), false) as points,
         array(select distinct jsonb_object_keys(own -> 'cells') from batch_row where batch_id = $1) as cells
       from batch_row where batch_id = $1`,
      [batchId],
    );
    const versions = await this.library.versions(groups.map(({ version_hash: hash }) => hash));
    const actions = new Map<string, Offered>();
    const reasons = new Map<string, BatchOffer['reasons'][number]>();
    for (const { procedure_id: procedureId, version_hash: hash, stage, count } of groups) {
      const version = versions.get(hash);
      if (!version) continue;
      const { procedure } = version;
      const inWords = inLanguage(version, language).procedure;
      const roles = rolesToActIn(withoutUnlendable(asker, procedure), procedureId);
      const titled = (action: Action): Action =>
        inWords.workflow.stages.get(stage)?.actions.get(action.name) ?? action;
      for (const reason of procedure.workflow.reasons) reasons.set(reason.code, { ...reason });
      for (const action of procedure.workflow.stages.get(stage)?.actions.values() ?? []) {
        if (action.by !== 'staff' || !action.roles.some((role) => roles.includes(role))) continue;
        const key = `${procedureId} ${action.name}`;
        const before = actions.get(key);
        actions.set(key, {
          procedureId,
          procedureTitle: procedure.info.title,
          count: count + (before?.count ?? 0),
          action: before?.action ?? actionView(action),
          places:
            before?.places ??
            (action.requires.targets
              ? commonPlaces(procedure.form).map(({ path, label }) => ({ path, label }))
              : []),
          fromTable: before?.fromTable ?? (said ? fromTable(said, action, titled(action)) : []),
          columns: before?.columns ?? templateColumns(titled(action), procedure, language),
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

/** What the table says of its own, by what the form of the action calls it. */
function fromTable(said: Said, action: Action, titled: Action): string[] {
  const keys = new Set(said.cells);
  const columns = staffColumns(action);
  const others = staffColumns(titled);
  const fields = columns.filter(
    (column, at) => hasColumn(keys, column) || hasColumn(keys, others[at] ?? column),
  );
  return [
    ...(said.reason ? ['reason'] : []),
    ...(said.public_reason ? ['publicReason'] : []),
    ...(said.points && action.requires.targets ? ['points'] : []),
    ...fields.map(({ name }) => `fields.${name}`),
  ];
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
