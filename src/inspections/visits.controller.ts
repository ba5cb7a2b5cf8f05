import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { DeskFileView } from '../desk-files/desk-file.dto.js';
import { Endpoint } from '../http/endpoint.js';
import { uploadOf } from '../http/open-upload.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { EndVisit } from './end-visit.js';
import { KeepPhoto } from './keep-photo.js';
import { OrderVisits } from './order-visits.js';
import { PlanVisit } from './plan-visit.js';
import { ProposeVisit } from './propose-visit.js';
import { RecordFinding } from './record-finding.js';
import {
  CancelVisitRequest,
  CaseVisits,
  FindingRequest,
  OrderVisitsRequest,
  PhotoQuery,
  PlanVisitRequest,
  RouteList,
  RouteQuery,
  VisitView,
} from './visit.dto.js';
import { ProposeVisitRequest } from './visit-proposal.dto.js';
import { VisitsQueries } from './visits.queries.js';

/** 現地確認. */
@Controller()
export class VisitsController {
  constructor(
    private readonly queries: VisitsQueries,
    private readonly plan: PlanVisit,
    private readonly propose: ProposeVisit,
    private readonly end: EndVisit,
    private readonly record: RecordFinding,
    private readonly order: OrderVisits,
    private readonly photo: KeepPhoto,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/visits',
    permit: 'staff',
    summary: 'The route of a day (`?on=2026-05-01`, today if left out): one’s own visits, or `?whose=all`.',
    query: RouteQuery,
    reply: RouteList,
  })
  route(
    @CurrentAsker() me: StaffAsker,
    @Query('on') on: string | undefined,
    @Query('whose') whose: 'mine' | 'all' = 'mine',
  ): Promise<RouteList> {
    return this.queries.route(me, on ?? this.queries.today(), whose);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/visits/order',
    permit: 'staff',
    summary: 'Puts visits of a day into the order in which they are gone to.',
    body: OrderVisitsRequest,
    status: 204,
  })
  async orderVisits(@CurrentAsker() me: StaffAsker, @Body() { visits }: OrderVisitsRequest): Promise<void> {
    orRefuse(await this.order.run(me, visits));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/visits/:id',
    permit: 'staff',
    shows: 'list',
    summary: 'One visit with its checklist, findings and photographs.',
    reply: VisitView,
  })
  async show(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<VisitView> {
    const visit = await this.queries.find(id, me);
    if (!visit) throw new Refused(refuse('not-found'));
    return visit;
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/visits/:id/findings',
    permit: 'staff',
    summary: 'Records what was found of one item. Of two officials at once, the second is told.',
    body: FindingRequest,
    reply: VisitView,
  })
  async recordFinding(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: FindingRequest,
  ): Promise<VisitView> {
    orRefuse(await this.record.run(me, id, body));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/visits/:id/photos',
    permit: 'staff',
    summary:
      'Takes a photograph (multipart part `file`) of an item; the same `?file=` again is the same one.',
    query: PhotoQuery,
    reply: DeskFileView,
    status: 201,
  })
  async addPhoto(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Query() query: { item: string; file: string },
    @Req() request: FastifyRequest,
  ): Promise<DeskFileView> {
    return orRefuse(await this.photo.run(me, id, query, uploadOf(request)));
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/visits/:id/photos/:fileId',
    permit: 'staff',
    summary: 'Takes a photograph away from a visit that is not done.',
    status: 204,
  })
  async removePhoto(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<void> {
    orRefuse(await this.photo.remove(me, id, fileId));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/visits/:id/finish',
    permit: 'staff',
    summary: 'The visit is done: nothing of it changes any more.',
    reply: VisitView,
  })
  async finish(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<VisitView> {
    orRefuse(await this.end.finish(me, id));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/visits/:id/cancel',
    permit: 'staff',
    summary: 'The visit does not take place.',
    body: CancelVisitRequest,
    reply: VisitView,
  })
  async cancel(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { tell }: CancelVisitRequest,
  ): Promise<VisitView> {
    orRefuse(await this.end.cancel(me, id, tell));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/visits',
    permit: 'staff',
    shows: 'application',
    summary: 'Visits of a case, the latest first, and what a new one begins with.',
    reply: CaseVisits,
  })
  async ofCase(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<CaseVisits> {
    const visits = await this.queries.ofCase(id, me);
    if (!visits) throw new Refused(refuse('not-found'));
    return visits;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/visit-proposal',
    permit: 'staff',
    summary: 'Offers the applicant up to five times to choose from.',
    body: ProposeVisitRequest,
    reply: CaseVisits,
  })
  async proposeVisit(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: ProposeVisitRequest,
  ): Promise<CaseVisits> {
    orRefuse(await this.propose.run(me, id, body));
    return this.ofCase(me, id);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/applications/:id/visit',
    permit: 'staff',
    summary: 'Agrees on a visit, or moves the one that is planned.',
    body: PlanVisitRequest,
    reply: CaseVisits,
  })
  async planVisit(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: PlanVisitRequest,
  ): Promise<CaseVisits> {
    orRefuse(await this.plan.run(me, id, body));
    return this.ofCase(me, id);
  }
}
