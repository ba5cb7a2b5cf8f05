import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { AskOpinion } from './ask-opinion.js';
import { ExtendOpinion } from './extend-opinion.js';
import {
  AskOpinionRequest,
  CaseOpinions,
  ExtendOpinionRequest,
  WithdrawOpinionRequest,
} from './opinion.dto.js';
import { OpinionsQueries } from './opinions.queries.js';
import { WithdrawOpinion } from './withdraw-opinion.js';

/** 意見照会, for those who have the case. */
@Controller()
export class CaseOpinionsController {
  constructor(
    private readonly queries: OpinionsQueries,
    private readonly ask: AskOpinion,
    private readonly extend: ExtendOpinion,
    private readonly withdraw: WithdrawOpinion,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/opinions',
    permit: 'staff',
    shows: 'application',
    summary: 'Opinions that a case has asked, and what can be asked and shared now.',
    reply: CaseOpinions,
  })
  async ofCase(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<CaseOpinions> {
    const opinions = await this.queries.ofCase(id, me, language);
    if (!opinions) throw new Refused(refuse('not-found'));
    return opinions;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/opinions',
    permit: 'staff',
    summary: 'Asks another office for its opinion, and shares the answers that it needs.',
    body: AskOpinionRequest,
    reply: CaseOpinions,
  })
  async askOffice(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: AskOpinionRequest,
    @AskedLanguage() language: Language,
  ): Promise<CaseOpinions> {
    orRefuse(await this.ask.run(me, id, body));
    return this.ofCase(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/opinions/:id/extend',
    permit: 'staff',
    summary: 'Puts the day for the answer off, with a reason.',
    body: ExtendOpinionRequest,
    status: 204,
  })
  async putOff(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: ExtendOpinionRequest,
  ): Promise<void> {
    orRefuse(await this.extend.run(me, id, body));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/opinions/:id/withdraw',
    permit: 'staff',
    summary: 'No answer is needed any more.',
    body: WithdrawOpinionRequest,
    status: 204,
  })
  async withdrawRequest(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: { reason: string },
  ): Promise<void> {
    orRefuse(await this.withdraw.run(me, id, reason));
  }
}
