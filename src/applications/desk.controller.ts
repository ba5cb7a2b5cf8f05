import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { RecordReading } from '../readings/record-reading.js';
import {
  AssignRequest,
  ColleagueList,
  DeskApplicationView,
  HoldRequest,
  PermitCorrectionRequest,
  ReleaseRequest,
  TakeActionRequest,
} from './desk.dto.js';
import { ApplicationsQueries } from './applications.queries.js';
import { AssignApplication } from './assign-application.js';
import { ColleaguesQueries } from './colleagues.queries.js';
import { deskView } from './desk-view.js';
import { HoldApplication } from './hold-application.js';
import { OverrideValue } from './override-value.js';
import { OverrideRequest } from './override.dto.js';
import { PermitCorrection } from './permit-correction.js';
import { ReleaseApplication } from './release-application.js';
import { TakeAction } from './take-action.js';

@Controller()
export class DeskController {
  constructor(
    private readonly queries: ApplicationsQueries,
    private readonly library: ProcedureLibrary,
    private readonly reading: RecordReading,
    private readonly take: TakeAction,
    private readonly colleagues: ColleaguesQueries,
    private readonly assign: AssignApplication,
    private readonly hold: HoldApplication,
    private readonly release: ReleaseApplication,
    private readonly permit: PermitCorrection,
    private readonly override: OverrideValue,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id',
    permit: 'staff',
    shows: 'application',
    summary: 'One application of the official’s procedures, with the actions that can be taken now.',
    reply: DeskApplicationView,
  })
  async show(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<DeskApplicationView> {
    const record = await this.queries.find(id, { procedures: Object.keys(me.roles) });
    if (!record) throw new Refused(refuse('not-found'));
    await this.reading.run(me, record);
    return deskView(record, await this.library.version(record.version_hash), me);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/actions/:action',
    permit: 'staff',
    summary: 'Takes an action on the application as it was last seen.',
    params: { action: /^[\p{L}][\p{L}\p{N}_]{0,62}$/u },
    body: TakeActionRequest,
    reply: DeskApplicationView,
  })
  async takeAction(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('action') action: string,
    @Body() body: TakeActionRequest,
  ): Promise<DeskApplicationView> {
    orRefuse(await this.take.run(me, id, action, body));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/colleagues',
    permit: 'staff',
    shows: 'nothing',
    summary: 'Who may have the case next, with how many applications each has.',
    reply: ColleagueList,
  })
  async listColleagues(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ColleagueList> {
    const record = await this.queries.find(id, { procedures: Object.keys(me.roles) });
    if (!record) throw new Refused(refuse('not-found'));
    const awaited = record.stage_roles.map((role) => [record.procedure_id, role] as const);
    return { colleagues: await this.colleagues.withRoles(awaited, language) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/assign',
    permit: 'staff',
    summary: 'Puts the case on somebody’s desk, `me` for the asker’s own, or back into the queue.',
    body: AssignRequest,
    reply: DeskApplicationView,
  })
  async assignApplication(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: AssignRequest,
  ): Promise<DeskApplicationView> {
    orRefuse(await this.assign.run(me, id, body));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/overrides',
    permit: 'staff',
    summary:
      'Sets a computed answer to another value, with a reason for colleagues and one for the applicant.',
    body: OverrideRequest,
    reply: DeskApplicationView,
  })
  async overrideComputed(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: OverrideRequest,
  ): Promise<DeskApplicationView> {
    orRefuse(await this.override.run(me, id, body));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/hold',
    permit: 'staff',
    summary: 'Puts the case aside until a day.',
    body: HoldRequest,
    reply: DeskApplicationView,
  })
  async holdApplication(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: HoldRequest,
  ): Promise<DeskApplicationView> {
    orRefuse(await this.hold.run(me, id, body));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/release',
    permit: 'staff',
    summary: 'Takes the case up again.',
    body: ReleaseRequest,
    reply: DeskApplicationView,
  })
  async releaseApplication(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: ReleaseRequest,
  ): Promise<DeskApplicationView> {
    orRefuse(await this.release.run(me, id, body));
    return this.show(me, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/correction-permission',
    permit: 'staff',
    summary: 'A supervisor lets a second correction be asked of the same answers, with the reason.',
    body: PermitCorrectionRequest,
    reply: DeskApplicationView,
  })
  async permitCorrection(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: PermitCorrectionRequest,
  ): Promise<DeskApplicationView> {
    orRefuse(await this.permit.run(me, id, reason));
    return this.show(me, id);
  }
}
