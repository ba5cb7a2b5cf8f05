import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { ChooseVisit } from './choose-visit.js';
import { OwnVisitsQueries } from './own-visits.queries.js';
import { ChooseVisitRequest, OwnVisits } from './visit-proposal.dto.js';

/** 現地確認, for the applicant who is visited. */
@Controller()
export class OwnVisitsController {
  constructor(
    private readonly queries: OwnVisitsQueries,
    private readonly choose: ChooseVisit,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/applications/:id/visits',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'Visits of an own application, and the times that are offered for one.',
    reply: OwnVisits,
  })
  async list(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<OwnVisits> {
    const visits = await this.queries.find(id, me);
    if (!visits) throw new Refused(refuse('not-found'));
    return visits;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/applications/:id/visit-choice',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'Takes one of the times that were offered for a visit, or says that none fits.',
    body: ChooseVisitRequest,
    reply: OwnVisits,
  })
  async chooseVisit(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Body() body: ChooseVisitRequest,
  ): Promise<OwnVisits> {
    orRefuse(await this.choose.run(me, id, body));
    return this.list(me, id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/applications/:id/visit/calendar',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'The visit that is planned, for one’s own calendar (iCalendar).',
    reply: 'text/calendar',
  })
  async calendar(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.queries.calendar(id, me);
    if (file === null) throw new Refused(refuse('not-found'));
    await reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="visit.ics"')
      .header('cache-control', 'no-store')
      .send(file);
  }
}
