import { Controller, Param } from '@nestjs/common';
import { type ApplicantAsker, CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { Refused, refuse } from '../http/refusal.js';
import { DeskReadingList, ReadingList } from './reading.dto.js';
import { ReadingsQueries, withoutNames } from './readings.queries.js';

@Controller()
export class ReadingsController {
  constructor(private readonly queries: ReadingsQueries) {}

  @Endpoint({
    method: 'GET',
    path: '/api/applications/:id/readings',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'Which departments have opened an own application, and when.',
    reply: ReadingList,
  })
  async list(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ReadingList> {
    const readings = await this.queries.list(id, me, language);
    if (!readings) throw new Refused(refuse('not-found'));
    return { readings: withoutNames(readings) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/readings',
    permit: 'staff',
    shows: 'application',
    summary: 'Which officials have opened an application, and when.',
    reply: DeskReadingList,
  })
  async listAtDesk(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<DeskReadingList> {
    const readings = await this.queries.list(id, me);
    if (!readings) throw new Refused(refuse('not-found'));
    return { readings };
  }
}
