import { Body, Controller, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { CurrentAsker, rolesToActIn, type StaffAsker } from '../access/asker.js';
import { auditActorOf } from '../audit/audit-actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { CONFIG, type Config } from '../config/config.js';
import { contentDisposition } from '../files/file-name.js';
import { FileStore } from '../files/file-store.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import { CancelExport } from './cancel-export.js';
import {
  CountRequest,
  ExportCount,
  ExportFaults,
  ExportList,
  ExportOffer,
  ExportRequest,
  ExportView,
  SaveDefinitionRequest,
} from './export.dto.js';
import { columnCatalogue, isMasked, rowColumns } from './export-columns.js';
import { ExportsQueries } from './exports.queries.js';
import { MayExport } from './may-export.js';
import { RemoveDefinition } from './remove-definition.js';
import { RequestExport } from './request-export.js';
import { SaveDefinition } from './save-definition.js';

const procedureId = /^[a-z0-9][a-z0-9-]{0,63}$/;

const mediaTypes: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  zip: 'application/zip',
};

/** Many applications as a table, in the name of the official who asks. */
@Controller()
export class ExportsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: ExportsQueries,
    private readonly may: MayExport,
    private readonly request: RequestExport,
    private readonly cancel: CancelExport,
    private readonly save: SaveDefinition,
    private readonly remove: RemoveDefinition,
    private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/exports',
    permit: 'staff',
    shows: 'nothing',
    summary: 'What the asker may export, saved definitions, and the asker’s latest exports.',
    reply: ExportList,
  })
  async list(@CurrentAsker() me: StaffAsker, @AskedLanguage() language: Language): Promise<ExportList> {
    const procedures = (await this.may.of(me)).map((version) => {
      const { id, title } = inLanguage(version, language).procedure.info;
      return { id, title };
    });
    return {
      procedures,
      definitions: await this.queries.definitions(
        me.id,
        procedures.map(({ id }) => id),
      ),
      exports: await this.queries.own(me.id, language),
      keepDays: this.config.exportKeepMs / 86_400_000,
    };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/exports/columns/:procedureId',
    permit: 'staff',
    shows: 'nothing',
    summary: 'Every column that a procedure has or has had, with the stages to choose from.',
    params: { procedureId },
    reply: ExportOffer,
  })
  async offer(
    @CurrentAsker() me: StaffAsker,
    @Param('procedureId') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ExportOffer> {
    const version = await this.may.in(me, id);
    if (!version) throw new Refused(refuse('not-found'));
    const { columns, sheets } = columnCatalogue(await this.queries.versions(id), language);
    const titles = new Map(sheets.map(({ path, title }) => [path, title]));
    const roles = rolesToActIn(me, id);
    return {
      columns: columns.map(({ key, title, sheet, retired }) => ({
        key,
        title,
        sheet,
        sheetTitle: titles.get(sheet) ?? null,
        retired,
        masked: isMasked(version.procedure, roles, key),
      })),
      stages: [...inLanguage(version, language).procedure.workflow.stages.values()].map(
        ({ name, title }) => ({
          name,
          title,
        }),
      ),
    };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/exports/count',
    permit: 'staff',
    summary: 'How many applications an export would have now.',
    body: CountRequest,
    reply: ExportCount,
  })
  async count(@CurrentAsker() me: StaffAsker, @Body() { content }: CountRequest): Promise<ExportCount> {
    orRefuse(await this.request.judge(me, content));
    return { count: await this.queries.count(content) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/exports',
    permit: 'staff',
    summary: 'Has a table made in the background.',
    body: ExportRequest,
    reply: ExportView,
    status: 201,
  })
  async add(
    @CurrentAsker() me: StaffAsker,
    @Body() body: ExportRequest,
    @AskedLanguage() language: Language,
  ): Promise<ExportView> {
    return this.show(me, orRefuse(await this.request.run(me, body, language)), language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/exports/:id',
    permit: 'staff',
    shows: 'nothing',
    summary: 'How far an export of the asker’s is.',
    reply: ExportView,
  })
  async show(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ExportView> {
    const [found] = await this.queries.own(me.id, language, id);
    if (!found) throw new Refused(refuse('not-found'));
    return found;
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/exports/:id/faults',
    permit: 'staff',
    summary: 'Cells of an export that are not as they were answered, and why.',
    reply: ExportFaults,
  })
  async faults(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ExportFaults> {
    const found = await this.queries.faults(me.id, id);
    if (!found) throw new Refused(refuse('not-found'));
    const { columns } = columnCatalogue(await this.queries.versions(found.procedureId), language);
    const titles = new Map(columns.map(({ key, title }) => [key, title]));
    for (const [key, ja, en] of rowColumns) titles.set(key, language === 'ja' ? ja : en);
    return {
      faults: found.faults.map((fault) => ({
        ...fault,
        columnTitle: titles.get(fault.column) ?? fault.column,
      })),
    };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/exports/:id/file',
    permit: 'staff',
    // Recorded below, each time and by name: a table that leaves the house is more than a look.
    shows: 'nothing',
    summary: 'The table, as long as it is kept.',
    reply: 'application/octet-stream',
  })
  async file(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.queries.file(me.id, id);
    if (!found) throw new Refused(refuse('not-found'));
    await recordAudit(this.dataSource, {
      actor: auditActorOf(me),
      action: 'export.download',
      subject: { kind: 'export', id },
      after: found.sha256,
    });
    await reply
      .header('content-type', mediaTypes[found.name.split('.').pop() ?? ''] ?? 'application/octet-stream')
      .header('content-disposition', contentDisposition('attachment', found.name))
      .send(this.files.open(found.sha256));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/exports/:id/cancel',
    permit: 'staff',
    summary: 'Stops an export that is under way.',
    reply: ExportView,
  })
  async stop(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ExportView> {
    orRefuse(await this.cancel.run(me, id));
    return this.show(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/export-definitions',
    permit: 'staff',
    summary: 'Saves a definition; one of the asker’s with the same name is replaced.',
    body: SaveDefinitionRequest,
    reply: ExportList,
    status: 201,
  })
  async saveOne(
    @CurrentAsker() me: StaffAsker,
    @Body() body: SaveDefinitionRequest,
    @AskedLanguage() language: Language,
  ): Promise<ExportList> {
    orRefuse(await this.save.run(me, body));
    return this.list(me, language);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/export-definitions/:id',
    permit: 'staff',
    summary: 'Removes a definition of the asker’s own.',
    reply: ExportList,
  })
  async removeOne(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ExportList> {
    orRefuse(await this.remove.run(me.id, id));
    return this.list(me, language);
  }
}
