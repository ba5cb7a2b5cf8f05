import { Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { zipOf } from '../exports/tables/zip-of.js';
import { contentDisposition } from '../files/file-name.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { Refused, refuse } from '../http/refusal.js';
import { immutable } from '../http/security-headers.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { BuilderQueries } from './builder.queries.js';
import { DraftForm } from './draft-form.js';
import { BuilderProcedures } from './procedure-list.dto.js';

@Controller()
export class ProcedureListController {
  constructor(
    private readonly queries: BuilderQueries,
    private readonly procedures: ProceduresQueries,
    private readonly form: DraftForm,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/builder/procedures',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'Every procedure with what is in force, what is being written and how much is in flight.',
    reply: BuilderProcedures,
  })
  list(@CurrentAsker() me: StaffAsker, @AskedLanguage() language: Language): Promise<BuilderProcedures> {
    return this.queries.list(me, language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/form-previews/validators/:file',
    permit: 'public',
    shared: true,
    summary: 'The validator of a page of a draft as a JavaScript module, `<hash>.mjs`.',
    params: { file: /^[0-9a-f]{64}\.mjs$/ },
    reply: 'text/javascript',
  })
  async validator(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const code = await this.form.validator(file.slice(0, -'.mjs'.length));
    if (code === null) throw new Refused(refuse('not-found'));
    await reply
      .header('cache-control', immutable)
      .header('content-type', 'text/javascript; charset=utf-8')
      .send(code);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/procedures/:id/folder.zip',
    permit: 'office:read-drafts',
    shows: 'nothing',
    params: { id: /^[a-z0-9][a-z0-9-]{0,63}$/ },
    summary: 'The folder of the version in force, byte for byte.',
    reply: 'application/zip',
  })
  async folder(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const current = await this.procedures.current(id);
    if (!current) throw new Refused(refuse('not-found'));
    const entries = Object.entries(current.version.files).map(([path, text]) => ({
      name: `${id}/${path}`,
      text,
    }));
    await reply
      .header('content-type', 'application/zip')
      .header('content-disposition', contentDisposition('attachment', `${id}.zip`))
      .send(zipOf(entries));
  }
}
