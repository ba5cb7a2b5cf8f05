import { Body, Controller, Param, Query } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { type ApplicantAsker, CurrentAsker, ownRows } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { readTimeCursor, writeTimeCursor } from '../http/time-cursor.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { applicantView, applicationListItem } from './applicant-view.js';
import { ApplicantApplicationView, ApplicationList, WithdrawRequest } from './application.dto.js';
import { ApplicationsQueries } from './applications.queries.js';
import { searchForm } from './search-pairs.js';
import { WithdrawApplication } from './withdraw-application.js';

const pageSize = 20;

const ListQuery = Type.Object(
  {
    show: Type.Optional(Type.Union([Type.Literal('all'), Type.Literal('open'), Type.Literal('closed')])),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

@Controller()
export class ApplicationsController {
  constructor(
    private readonly queries: ApplicationsQueries,
    private readonly library: ProcedureLibrary,
    private readonly procedures: ProceduresQueries,
    private readonly withdraw: WithdrawApplication,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/applications',
    permit: 'applicant-or-guest',
    agents: 'filtered',
    summary:
      'A page of own applications, newest first; `q` is a part of number, subject or procedure, `next` the cursor.',
    query: ListQuery,
    reply: ApplicationList,
  })
  async list(
    @CurrentAsker() me: ApplicantAsker,
    @AskedLanguage() language: Language,
    @Query('show') show: 'all' | 'open' | 'closed' = 'all',
    @Query('q') text: string = '',
    @Query('cursor') cursor?: string,
  ): Promise<ApplicationList> {
    const filter = { show, text, procedures: await this.proceduresNamed(text, language) };
    const found = await this.queries.list(ownRows(me), filter, readTimeCursor(cursor), pageSize + 1);
    const rows = found.slice(0, pageSize);
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    const versions = await this.library.versions(rows.map((row) => row.version_hash));
    return {
      applications: rows.flatMap((row) => {
        const version = versions.get(row.version_hash);
        return version ? [applicationListItem(row, inLanguage(version, language))] : [];
      }),
      next: last ? writeTimeCursor(last.submitted_at.toISOString(), last.id) : null,
    };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/applications/:id',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'One own application: where it stands, what was decided, what can be done.',
    reply: ApplicantApplicationView,
  })
  async show(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ApplicantApplicationView> {
    const record = await this.queries.find(id, { applicantId: me.id });
    if (!record) throw new Refused(refuse('not-found'));
    const version = await this.library.version(record.version_hash);
    const view = applicantView(record, inLanguage(version, language), language);
    // Taking it back is for the principal alone.
    return me.mandate ? { ...view, canWithdraw: false } : view;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/applications/:id/withdraw',
    permit: 'applicant-or-guest',
    summary: 'Takes an application back (取下げ).',
    body: WithdrawRequest,
    reply: ApplicantApplicationView,
  })
  async withdrawApplication(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() { reason }: WithdrawRequest,
    @AskedLanguage() language: Language,
  ): Promise<ApplicantApplicationView> {
    orRefuse(await this.withdraw.run(me.id, id, reason));
    return this.show(me, id, language);
  }

  /** By the title that the asker reads now, in whatever version the application was made. */
  private async proceduresNamed(text: string, language: Language): Promise<string[]> {
    const wanted = searchForm(text);
    if (wanted === '') return [];
    return (await this.procedures.all())
      .map(({ version }) => inLanguage(version, language).procedure.info)
      .filter(({ title }) => searchForm(title).includes(wanted))
      .map(({ id }) => id);
  }
}
