import { Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FORM_PROGRAM_FORMAT } from '#engine';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { Refused, refuse } from '../http/refusal.js';
import { immutable } from '../http/security-headers.js';
import { inLanguage } from './in-language.js';
import { FormBundle, ProcedureList, ProcedureView } from './procedure.dto.js';
import { ProcedureLibrary } from './procedure-library.js';
import { formBundle } from './form-bundle.js';
import { procedureListItem, procedureView } from './procedure-view.js';
import { type CurrentProcedure, ProceduresQueries } from './procedures.queries.js';

const hash = /^[0-9a-f]{64}$/;

@Controller()
export class ProceduresController {
  constructor(
    private readonly queries: ProceduresQueries,
    private readonly library: ProcedureLibrary,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/procedures',
    permit: 'public',
    shared: true,
    summary: 'Every procedure in force.',
    reply: ProcedureList,
  })
  async list(@AskedLanguage() language: Language): Promise<ProcedureList> {
    const all = await this.queries.all();
    return { procedures: all.map((current) => procedureListItem(spoken(current, language))) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/procedures/:id',
    permit: 'public',
    shared: true,
    summary: 'One procedure: window, law, criteria, what to have at hand.',
    params: { id: /^[a-z0-9][a-z0-9-]{0,63}$/ },
    reply: ProcedureView,
  })
  async show(@Param('id') id: string, @AskedLanguage() language: Language): Promise<ProcedureView> {
    const current = await this.queries.current(id);
    if (!current) throw new Refused(refuse('not-found'));
    return procedureView(spoken(current, language));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/forms/:versionHash/:format',
    permit: 'public',
    shared: true,
    summary:
      'The form of one version, compiled for browsers, in the format that the browser reads. Never changes.',
    params: { versionHash: hash, format: /^[1-9]\d{0,3}$/ },
    reply: FormBundle,
  })
  async form(
    @Param('versionHash') versionHash: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FormBundle> {
    if (Number(format) !== FORM_PROGRAM_FORMAT || !(await this.queries.isPublished(versionHash)))
      throw new Refused(refuse('not-found'));
    void reply.header('cache-control', immutable);
    return formBundle(await this.library.version(versionHash));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/validators/:file',
    permit: 'public',
    shared: true,
    summary: 'A page’s validator as a JavaScript module, `<hash>.mjs`. Never changes.',
    params: { file: /^[0-9a-f]{64}\.mjs$/ },
    reply: 'text/javascript',
  })
  async validator(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const code = await this.queries.validatorModule(file.slice(0, -'.mjs'.length));
    if (code === null) throw new Refused(refuse('not-found'));
    await reply
      .header('cache-control', immutable)
      .header('content-type', 'text/javascript; charset=utf-8')
      .send(code);
  }
}

function spoken(current: CurrentProcedure, language: Language): CurrentProcedure {
  return { ...current, version: inLanguage(current.version, language) };
}
