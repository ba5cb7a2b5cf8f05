import { Body, Controller, Param, Query } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../../access/asker.js';
import { Endpoint } from '../../http/endpoint.js';
import { AskedLanguage, type Language } from '../../http/language.js';
import { orRefuse, Refused, refuse } from '../../http/refusal.js';
import { RoleBook } from '../role-book.js';
import { AddOfficial } from './add-official.js';
import { ChangeOfficial } from './change-official.js';
import { ConfirmRole } from './confirm-role.js';
import {
  AddOfficialRequest,
  ChangeOfficialRequest,
  ConfirmRoleRequest,
  OfficialList,
  OfficialListQuery,
  OfficialView,
  ReleasedView,
  RoleBookView,
  StartingPassword,
} from './official.dto.js';
import { OfficialsQueries } from './officials.queries.js';

/** Officials as those see them who administer or audit. */
@Controller()
export class OfficialsController {
  constructor(
    private readonly queries: OfficialsQueries,
    private readonly book: RoleBook,
    private readonly addOfficial: AddOfficial,
    private readonly changeOfficial: ChangeOfficial,
    private readonly confirmRole: ConfirmRole,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/staff',
    permit: 'office:read-staff',
    summary: 'Officials by number, name, mail, department or team.',
    query: OfficialListQuery,
    reply: OfficialList,
  })
  list(@Query() query: OfficialListQuery, @AskedLanguage() language: Language): Promise<OfficialList> {
    return this.queries.list(query, language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/roles',
    permit: 'office:read-staff',
    summary: 'Every role that can be given: of the office, and of the procedures in force.',
    reply: RoleBookView,
  })
  async roles(@AskedLanguage() language: Language): Promise<RoleBookView> {
    const procedures = await this.book.read(language);
    return { procedures: procedures.map(({ roles, ...rest }) => ({ ...rest, roles: [...roles] })) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/staff',
    permit: 'office:change-staff',
    summary:
      'Adds an official; the starting password is told once. Roles that decide wait for a second administrator.',
    body: AddOfficialRequest,
    reply: StartingPassword,
    status: 201,
  })
  async add(@CurrentAsker() me: StaffAsker, @Body() body: AddOfficialRequest): Promise<StartingPassword> {
    return orRefuse(await this.addOfficial.run(me.id, body));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/staff/:id',
    permit: 'office:read-staff',
    summary: 'One official: roles, absences, sign-in, and what was changed when by whom.',
    reply: OfficialView,
  })
  async show(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<OfficialView> {
    const official = await this.queries.find(id, me.id, language);
    if (!official) throw new Refused(refuse('not-found'));
    return official;
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/staff/:id',
    permit: 'office:change-staff',
    summary:
      'Changes name, department, teams and roles; tells how many applications went back into the queue.',
    body: ChangeOfficialRequest,
    reply: ReleasedView,
  })
  async change(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: ChangeOfficialRequest,
    @AskedLanguage() language: Language,
  ): Promise<ReleasedView> {
    const released = orRefuse(await this.changeOfficial.run(me.id, id, body));
    return { released, official: await this.show(me, id, language) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/staff/:id/confirm-role',
    permit: 'office:change-staff',
    summary: 'The second administrator’s yes to a role that decides.',
    body: ConfirmRoleRequest,
    reply: OfficialView,
  })
  async confirm(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: ConfirmRoleRequest,
    @AskedLanguage() language: Language,
  ): Promise<OfficialView> {
    orRefuse(await this.confirmRole.run(me.id, id, body));
    return this.show(me, id, language);
  }
}
