import { Body, Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../../access/asker.js';
import { contentDisposition } from '../../files/file-name.js';
import { Endpoint } from '../../http/endpoint.js';
import { AskedLanguage, type Language } from '../../http/language.js';
import { orRefuse } from '../../http/refusal.js';
import { ImportOfficials } from './import-officials.js';
import { ImportRequest, ImportView } from './official.dto.js';
import { OfficialsTable } from './officials-table.js';

/** Officials from a table, and as one. */
@Controller()
export class ImportController {
  constructor(
    private readonly imports: ImportOfficials,
    private readonly table: OfficialsTable,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/staff-table',
    permit: 'office:change-staff',
    summary: 'The officials who may sign in, as the table that can be read in again (CSV).',
    reply: 'text/csv',
  })
  async show(@AskedLanguage() language: Language, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', contentDisposition('attachment', 'officials.csv'))
      .send(await this.table.csv(language));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/staff-table/check',
    permit: 'office:change-staff',
    summary: 'What a table of officials would change, line by line, without changing it.',
    body: ImportRequest,
    reply: ImportView,
  })
  async check(
    @CurrentAsker() me: StaffAsker,
    @Body() { table }: ImportRequest,
    @AskedLanguage() language: Language,
  ): Promise<ImportView> {
    return orRefuse(await this.imports.try(me.id, table, language));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/staff-table',
    permit: 'office:change-staff',
    summary:
      'Adds and changes officials as a table says, unless a line is wrong. Starting passwords are told once; roles that decide wait for a second administrator.',
    body: ImportRequest,
    reply: ImportView,
  })
  async run(
    @CurrentAsker() me: StaffAsker,
    @Body() { table }: ImportRequest,
    @AskedLanguage() language: Language,
  ): Promise<ImportView> {
    return orRefuse(await this.imports.run(me.id, table, language));
  }
}
