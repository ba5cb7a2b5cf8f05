import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { AskCheck } from './ask-check.js';
import { PaperCheckView, SettleCheckRequest, TypedAgainRequest } from './paper-check.dto.js';
import { PaperChecks } from './paper-checks.queries.js';
import { SettleCheck } from './settle-check.js';
import { TypeAgain } from './type-again.js';

/** 照合 of what was keyed in from paper. */
@Controller()
export class PaperCheckController {
  constructor(
    private readonly checks: PaperChecks,
    private readonly ask: AskCheck,
    private readonly type: TypeAgain,
    private readonly settle: SettleCheck,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/paper/:id/check',
    permit: 'staff',
    shows: 'draft',
    summary: 'What of a paper is keyed in twice, and how far that is; never what one official entered alone.',
    reply: PaperCheckView,
  })
  async show(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<PaperCheckView> {
    const check = await this.checks.find(id, me);
    if (!check) throw new Refused(refuse('not-found'));
    return this.checks.view(check, me, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/paper/:id/check',
    permit: 'staff',
    summary: 'Puts a paper before a second official.',
    reply: PaperCheckView,
  })
  async askForCheck(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<PaperCheckView> {
    orRefuse(await this.ask.run(me, id));
    return this.show(me, id, language);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/paper/:id/check/typed',
    permit: 'staff',
    summary: 'Takes what a second official reads on the paper, and compares.',
    body: TypedAgainRequest,
    reply: PaperCheckView,
  })
  async typeAgain(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: TypedAgainRequest,
    @AskedLanguage() language: Language,
  ): Promise<PaperCheckView> {
    orRefuse(await this.type.run(me, id, body));
    return this.show(me, id, language);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/desk/paper/:id/check/settled',
    permit: 'staff',
    summary: 'Says for each difference which of the two entries holds.',
    body: SettleCheckRequest,
    reply: PaperCheckView,
  })
  async settleCheck(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: SettleCheckRequest,
    @AskedLanguage() language: Language,
  ): Promise<PaperCheckView> {
    orRefuse(await this.settle.run(me, id, body));
    return this.show(me, id, language);
  }
}
