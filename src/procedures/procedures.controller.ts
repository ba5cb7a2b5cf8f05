import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FORM_PROGRAM_FORMAT } from '#engine';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { Refused, refuse } from '../http/refusal.js';
import { immutable } from '../http/security-headers.js';
import { EligibilityRequest, EligibilityView, FrequentQuestions, QuestionsView } from './catalogue.dto.js';
import { eligibilityView } from './eligibility-view.js';
import { inLanguage } from './in-language.js';
import { FormBundle, FormEnglish, ProcedureList, ProcedureView } from './procedure.dto.js';
import { type CompiledVersion, ProcedureLibrary } from './procedure-library.js';
import { formBundle, formEnglish } from './form-bundle.js';
import { procedureListItem, procedureView } from './procedure-view.js';
import { outlineOf, questionsView } from './question-outline.js';
import { ProcessingTimes } from './processing-times.js';
import { type CurrentProcedure, ProceduresQueries } from './procedures.queries.js';

const hash = /^[0-9a-f]{64}$/;
const procedureId = /^[a-z0-9][a-z0-9-]{0,63}$/;

@Controller()
export class ProceduresController {
  constructor(
    private readonly queries: ProceduresQueries,
    private readonly library: ProcedureLibrary,
    private readonly times: ProcessingTimes,
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
    params: { id: procedureId },
    reply: ProcedureView,
  })
  async show(@Param('id') id: string, @AskedLanguage() language: Language): Promise<ProcedureView> {
    const current = await this.currentIn(id, language);
    const outline = outlineOf(current.version.procedure.form, language);
    return procedureView(current, outline, await this.times.of(id));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/procedures/:id/questions',
    permit: 'public',
    summary:
      'Every page and question of one procedure, with help and condition in words, to be read beforehand.',
    params: { id: procedureId },
    reply: QuestionsView,
  })
  async questions(@Param('id') id: string, @AskedLanguage() language: Language): Promise<QuestionsView> {
    const current = await this.currentIn(id, language);
    return questionsView(current, outlineOf(current.version.procedure.form, language));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/procedures/:id/eligibility',
    permit: 'public',
    summary: 'What the answers to the check of eligibility come to. Nothing is kept.',
    params: { id: procedureId },
    body: EligibilityRequest,
    reply: EligibilityView,
    paced: true,
  })
  async eligibility(
    @Param('id') id: string,
    @Body() { answers }: EligibilityRequest,
    @AskedLanguage() language: Language,
  ): Promise<EligibilityView> {
    const view = await eligibilityView(await this.currentIn(id, language), answers, async (other) => {
      const found = await this.queries.current(other);
      return found && spoken(found, language).version.procedure.info.title;
    });
    if (!view) throw new Refused(refuse('not-found'));
    return view;
  }

  @Endpoint({
    method: 'GET',
    path: '/api/faq',
    permit: 'public',
    summary: 'Frequent questions of every procedure in force.',
    reply: FrequentQuestions,
  })
  async faq(@AskedLanguage() language: Language): Promise<FrequentQuestions> {
    const all = await this.queries.all();
    const infos = all.map((current) => spoken(current, language).version.procedure.info);
    return {
      procedures: infos
        .filter((info) => info.faq.length > 0)
        .map(({ id, title, titleKana, searchWords, faq }) => ({
          id,
          title,
          titleKana,
          searchWords: [...searchWords],
          faq: faq.map((one) => ({ ...one })),
        })),
    };
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
    return formBundle(await this.published(versionHash, format, reply));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/forms/:versionHash/:format/english',
    permit: 'public',
    shared: true,
    summary: 'The English words of that form, by the Japanese ones. Never changes.',
    params: { versionHash: hash, format: /^[1-9]\d{0,3}$/ },
    reply: FormEnglish,
  })
  async english(
    @Param('versionHash') versionHash: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FormEnglish> {
    return formEnglish(await this.published(versionHash, format, reply));
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

  private async published(
    versionHash: string,
    format: string,
    reply: FastifyReply,
  ): Promise<CompiledVersion> {
    if (Number(format) !== FORM_PROGRAM_FORMAT || !(await this.queries.isPublished(versionHash)))
      throw new Refused(refuse('not-found'));
    void reply.header('cache-control', immutable);
    return this.library.version(versionHash);
  }

  private async currentIn(id: string, language: Language): Promise<CurrentProcedure> {
    const current = await this.queries.current(id);
    if (!current) throw new Refused(refuse('not-found'));
    return spoken(current, language);
  }
}

function spoken(current: CurrentProcedure, language: Language): CurrentProcedure {
  return { ...current, version: inLanguage(current.version, language) };
}
