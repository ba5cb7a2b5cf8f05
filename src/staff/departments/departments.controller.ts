import { Body, Controller, Param } from '@nestjs/common';
import { Endpoint } from '../../http/endpoint.js';
import { AskedLanguage, type Language } from '../../http/language.js';
import { orRefuse } from '../../http/refusal.js';
import { DepartmentList, DepartmentRequest, TeamRequest } from './department.dto.js';
import { DepartmentsQueries } from './departments.queries.js';
import { RemoveDepartment } from './remove-department.js';
import { RemoveTeam } from './remove-team.js';
import { SaveDepartment } from './save-department.js';
import { SaveTeam } from './save-team.js';

@Controller()
export class DepartmentsController {
  constructor(
    private readonly queries: DepartmentsQueries,
    private readonly saveDepartment: SaveDepartment,
    private readonly removeDepartment: RemoveDepartment,
    private readonly saveTeam: SaveTeam,
    private readonly removeTeam: RemoveTeam,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/departments',
    permit: 'office:read-staff',
    summary: 'Every department with its teams, each below its parent.',
    reply: DepartmentList,
  })
  list(@AskedLanguage() language: Language): Promise<DepartmentList> {
    return this.queries.list(language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/departments',
    permit: 'office:change-staff',
    summary: 'Adds a department.',
    body: DepartmentRequest,
    reply: DepartmentList,
    status: 201,
  })
  async add(@Body() body: DepartmentRequest, @AskedLanguage() language: Language): Promise<DepartmentList> {
    orRefuse(await this.saveDepartment.run(null, body));
    return this.list(language);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/departments/:id',
    permit: 'office:change-staff',
    summary: 'Gives a department another name or another place in the tree.',
    body: DepartmentRequest,
    reply: DepartmentList,
  })
  async change(
    @Param('id') id: string,
    @Body() body: DepartmentRequest,
    @AskedLanguage() language: Language,
  ): Promise<DepartmentList> {
    orRefuse(await this.saveDepartment.run(id, body));
    return this.list(language);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/departments/:id',
    permit: 'office:change-staff',
    summary: 'Removes a department without officials, teams and departments.',
    reply: DepartmentList,
  })
  async remove(@Param('id') id: string, @AskedLanguage() language: Language): Promise<DepartmentList> {
    orRefuse(await this.removeDepartment.run(id));
    return this.list(language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/teams',
    permit: 'office:change-staff',
    summary: 'Adds a team to a department.',
    body: TeamRequest,
    reply: DepartmentList,
    status: 201,
  })
  async addTeam(@Body() body: TeamRequest, @AskedLanguage() language: Language): Promise<DepartmentList> {
    orRefuse(await this.saveTeam.run(null, body));
    return this.list(language);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/teams/:id',
    permit: 'office:change-staff',
    summary: 'Gives a team another name or another department.',
    body: TeamRequest,
    reply: DepartmentList,
  })
  async changeTeam(
    @Param('id') id: string,
    @Body() body: TeamRequest,
    @AskedLanguage() language: Language,
  ): Promise<DepartmentList> {
    orRefuse(await this.saveTeam.run(id, body));
    return this.list(language);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/teams/:id',
    permit: 'office:change-staff',
    summary: 'Removes a team; its members stay without it.',
    reply: DepartmentList,
  })
  async dropTeam(@Param('id') id: string, @AskedLanguage() language: Language): Promise<DepartmentList> {
    orRefuse(await this.removeTeam.run(id));
    return this.list(language);
  }
}
