import { Controller } from '@nestjs/common';
import { type ApplicantAsker, CurrentAsker, ownRows } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { WaitingView } from './waiting.dto.js';
import { WaitingQueries } from './waiting.queries.js';

@Controller()
export class WaitingController {
  constructor(private readonly queries: WaitingQueries) {}

  @Endpoint({
    method: 'GET',
    path: '/api/waiting',
    permit: 'applicant-or-guest',
    agents: 'filtered',
    summary:
      'What waits for the applicant: corrections, unread messages, unopened notices, drafts about to close.',
    reply: WaitingView,
  })
  show(@CurrentAsker() me: ApplicantAsker, @AskedLanguage() language: Language): Promise<WaitingView> {
    return this.queries.find(ownRows(me), language);
  }
}
