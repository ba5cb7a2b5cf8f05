import { Body, Controller, Param } from '@nestjs/common';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { applicantView, applicationListItem } from './applicant-view.js';
import { ApplicantApplicationView, ApplicationList, WithdrawRequest } from './application.dto.js';
import { ApplicationsQueries } from './applications.queries.js';
import { WithdrawApplication } from './withdraw-application.js';

@Controller()
export class ApplicationsController {
  constructor(
    private readonly queries: ApplicationsQueries,
    private readonly library: ProcedureLibrary,
    private readonly withdraw: WithdrawApplication,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/applications',
    permit: 'applicant',
    summary: 'Own applications, newest first.',
    reply: ApplicationList,
  })
  async list(
    @CurrentAsker() me: ApplicantAsker,
    @AskedLanguage() language: Language,
  ): Promise<ApplicationList> {
    const rows = await this.queries.list(me.id);
    const versions = await this.library.versions(rows.map((row) => row.version_hash));
    return {
      applications: rows.flatMap((row) => {
        const version = versions.get(row.version_hash);
        return version ? [applicationListItem(row, inLanguage(version, language))] : [];
      }),
    };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/applications/:id',
    permit: 'applicant',
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
    return applicantView(record, inLanguage(version, language), language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/applications/:id/withdraw',
    permit: 'applicant',
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
}
