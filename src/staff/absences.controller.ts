import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse } from '../http/refusal.js';
import { AbsenceList, AbsenceRequest } from './absence.dto.js';
import { AbsencesQueries } from './absences.queries.js';
import { EndAbsence } from './end-absence.js';
import { SetAbsence } from './set-absence.js';

@Controller()
export class AbsencesController {
  constructor(
    private readonly queries: AbsencesQueries,
    private readonly set: SetAbsence,
    private readonly end: EndAbsence,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/absences',
    permit: 'staff',
    shows: 'nothing',
    summary: 'The asker’s absences from today on, and who may stand in.',
    reply: AbsenceList,
  })
  async list(@CurrentAsker() { id }: StaffAsker, @AskedLanguage() language: Language): Promise<AbsenceList> {
    const [absences, colleagues] = await Promise.all([
      this.queries.own(id, language),
      this.queries.colleagues(id, language),
    ]);
    return { absences, colleagues };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/absences',
    permit: 'staff',
    summary: 'Says when the asker is away, and who stands in.',
    body: AbsenceRequest,
    reply: AbsenceList,
    status: 201,
  })
  async add(
    @CurrentAsker() me: StaffAsker,
    @Body() body: AbsenceRequest,
    @AskedLanguage() language: Language,
  ): Promise<AbsenceList> {
    orRefuse(await this.set.run(me, body));
    return this.list(me, language);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/absences/:id',
    permit: 'staff',
    summary: 'Takes an absence of the asker’s own back.',
    reply: AbsenceList,
  })
  async remove(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<AbsenceList> {
    orRefuse(await this.end.run(me.id, id));
    return this.list(me, language);
  }
}
