import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isCivilDate } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { contentHash, recordAudit } from '../audit/record-audit.js';
import { newId } from '../database/id.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { ExportContent, ExportRequest } from './export.dto.js';
import { columnCatalogue } from './export-columns.js';
import { ExportsQueries } from './exports.queries.js';
import { exportingRoles, MayExport } from './may-export.js';

/** More at once would only wait for each other. */
const mostUnderWay = 5;

@Injectable()
export class RequestExport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: ExportsQueries,
    private readonly may: MayExport,
  ) {}

  /** Has a table made in the background. That it was asked for stands in the sealed log. @returns its id */
  async run(
    staff: StaffAsker,
    { title, content }: ExportRequest,
    language: Language,
    within?: EntityManager,
  ): Promise<Outcome<string>> {
    const judged = await this.judge(staff, content);
    if (!judged.ok) return judged;
    const write = async (tx: EntityManager): Promise<Outcome<string>> => {
      // Of two requests at once the second waits here, and then counts the first.
      await tx.query('select 1 from staff where id = $1 for update', [staff.id]);
      const [row] = await tx.query<[{ count: number }]>(
        `select count(*)::int as count from export where staff_id = $1 and state in ('waiting', 'running')`,
        [staff.id],
      );
      if (row.count >= mostUnderWay) return refuse('too-many-exports', { params: { max: mostUnderWay } });
      const id = newId();
      await tx.query(
        `insert into export (id, staff_id, procedure_id, title, content, language, department, roles, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting')`,
        [
          id,
          staff.id,
          content.procedureId,
          title.trim(),
          JSON.stringify(content),
          language,
          staff.department,
          judged.value,
        ],
      );
      await recordAudit(tx, {
        actor: auditActorOf(staff),
        action: 'export.request',
        subject: { kind: 'export', id },
        after: contentHash(content),
        detail: { procedureId: content.procedureId, format: content.format },
      });
      return done(id);
    };
    return within ? write(within) : this.dataSource.transaction(write);
  }

  /** Is it a table that this official may have? @returns the roles by which */
  async judge(staff: StaffAsker, content: ExportContent): Promise<Outcome<readonly string[]>> {
    const version = await this.may.in(staff, content.procedureId);
    if (!version) return refuse('not-found');
    for (const field of ['arrivedFrom', 'arrivedTo'] as const) {
      const day = content[field];
      if (day !== null && !isCivilDate(day)) return refuse('request-invalid', { params: { field } });
    }
    if (content.columns !== null) {
      const { columns } = columnCatalogue(await this.queries.versions(content.procedureId), 'ja');
      const known = new Set(columns.map(({ key }) => key));
      if (!content.columns.every((key) => known.has(key)))
        return refuse('request-invalid', { params: { field: 'columns' } });
    }
    return done(exportingRoles(staff, version));
  }
}
