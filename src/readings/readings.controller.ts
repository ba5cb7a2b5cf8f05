import { Body, Controller, Param } from '@nestjs/common';
import { type ApplicantAsker, CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { OpenAnswers } from './open-answers.js';
import { DeskReadingList, OpenAnswerRequest, OpenedAnswerView, ReadingList } from './reading.dto.js';
import { ReadingsQueries, withoutNames } from './readings.queries.js';

@Controller()
export class ReadingsController {
  constructor(
    private readonly queries: ReadingsQueries,
    private readonly answers: OpenAnswers,
  ) {}

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

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/open',
    permit: 'staff',
    summary: 'Shows one masked answer, which is recorded and told to the applicant.',
    body: OpenAnswerRequest,
    reply: OpenedAnswerView,
  })
  async open(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { path }: OpenAnswerRequest,
  ): Promise<OpenedAnswerView> {
    return orRefuse(await this.answers.one(me, id, path));
  }
}
