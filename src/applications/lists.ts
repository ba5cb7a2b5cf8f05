import { Injectable } from '@nestjs/common';
import { answerText, type Procedure, searchKey, sightOf } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { viewerOf } from '../readings/viewer.js';
import type { ProcedureLists, QueueRow } from './desk.dto.js';
import { type FieldInReach, ListedQueries } from './listed.queries.js';
import type { QueueRecord } from './queues.queries.js';

/** Columns, orders and questions to find by, as each official may see them. */
@Injectable()
export class Lists {
  constructor(
    private readonly library: ProcedureLibrary,
    private readonly procedures: ProceduresQueries,
    private readonly queries: ListedQueries,
  ) {}

  /** The listed questions that the asker sees in a stage of the version in force; null where they work on none of it. */
  async of(
    me: StaffAsker,
    procedureId: string,
    stage: string,
  ): Promise<{ readonly fields: readonly string[] } | null> {
    const procedure = (await this.inReach(me)).find(({ info }) => info.id === procedureId);
    return procedure
      ? { fields: procedure.workflow.lists.fields.filter((name) => sees(me, procedure, stage, name)) }
      : null;
  }

  async all(me: StaffAsker): Promise<ProcedureLists[]> {
    return (await this.inReach(me)).map((procedure) => {
      const { info, form, workflow } = procedure;
      const { fields, shown, saved } = workflow.lists;
      const seen = fields.filter((name) => stagesOf(me, procedure, name).length > 0);
      const titles = seen.flatMap((name) => {
        const field = form.fields.get(name);
        return field ? [{ field: name, title: field.title }] : [];
      });
      return {
        procedureId: info.id,
        title: info.title,
        fields: titles,
        shown: shown.filter((name) => seen.includes(name)),
        // Whoever may not see what a list sorts by has none of it; of its columns they have those they see there.
        saved: saved
          .filter(({ stage, sort }) => sort === null || sees(me, procedure, stage, sort))
          .map(({ title, stage, sort, down, columns }) => ({
            title,
            queue: `stage:${info.id}:${stage}`,
            sort: sort === null ? 'due' : `field:${sort}:${down ? 'down' : 'up'}`,
            columns: columns.filter((name) => sees(me, procedure, stage, name)),
          })),
      };
    });
  }

  /**
   * `市町村：大阪市` → the listed questions of that title with the stages in which the asker sees them, and what to look
   * for. Null when no question is named.
   */
  async named(
    me: StaffAsker,
    text: string,
  ): Promise<{ readonly fields: readonly FieldInReach[]; readonly key: string } | null> {
    const [, title = '', wanted = ''] = /^([^:：]{1,100})[:：]([^]*)$/.exec(text) ?? [];
    const key = searchKey(wanted);
    if (title.trim() === '' || key === '') return null;
    const fields = (await this.inReach(me)).flatMap((procedure) =>
      procedure.workflow.lists.fields
        .filter((name) => searchKey(procedure.form.fields.get(name)?.title ?? '') === searchKey(title))
        .map((field) => ({
          procedureId: procedure.info.id,
          field,
          stages: stagesOf(me, procedure, field),
        })),
    );
    const seen = fields.filter(({ stages }) => stages.length > 0);
    return seen.length > 0 ? { fields: seen, key } : null;
  }

  /** The rows with the listed answers that were asked for, each as the asker sees it where the application stands. */
  async withValues(
    me: StaffAsker,
    records: readonly QueueRecord[],
    rows: readonly QueueRow[],
    columns: readonly string[],
  ): Promise<QueueRow[]> {
    const values = await this.queries.values(
      records.map(({ id }) => id),
      columns,
    );
    if (values.length === 0) return [...rows];
    const versions = await this.library.versions(records.map((row) => row.version_hash));
    return rows.map((row, index) => {
      const record = records[index];
      const procedure = record && versions.get(record.version_hash)?.procedure;
      if (!procedure) return row;
      const texts = values
        .filter((one) => one.application_id === row.id && one.value !== null)
        .flatMap(({ field: name, value }) => {
          const field = procedure.form.fields.get(name);
          return field && sees(me, procedure, row.stage, name)
            ? [[name, answerText(procedure.form, field, value, 'ja')] as const]
            : [];
        });
      return { ...row, values: Object.fromEntries(texts) };
    });
  }

  private async inReach(me: StaffAsker): Promise<readonly Procedure[]> {
    return (await this.procedures.all())
      .map(({ version }) => version.procedure)
      .filter(({ info }) => Object.hasOwn(me.roles, info.id));
  }
}

function sees(me: StaffAsker, procedure: Procedure, stage: string, name: string): boolean {
  const field = procedure.form.fields.get(name);
  return field !== undefined && sightOf(procedure, viewerOf(me, procedure, stage), field) === 'plain';
}

function stagesOf(me: StaffAsker, procedure: Procedure, name: string): readonly string[] {
  return [...procedure.workflow.stages.keys()].filter((stage) => sees(me, procedure, stage, name));
}
