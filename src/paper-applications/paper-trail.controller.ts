import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { OpenPaperCorrection } from './open-paper-correction.js';
import { BegunPaper, PaperTrail, PaperWithdrawalRequest } from './paper.dto.js';
import { PaperTrails } from './paper-trails.queries.js';
import { WithdrawOnPaper } from './withdraw-on-paper.js';

/** What of an application came and went on paper. */
@Controller()
export class PaperTrailController {
  constructor(
    private readonly trails: PaperTrails,
    private readonly openCorrection: OpenPaperCorrection,
    private readonly withdraw: WithdrawOnPaper,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/paper',
    permit: 'staff',
    shows: 'application',
    summary: 'When and how an application arrived on paper, its scans, and the letters about it.',
    reply: PaperTrail,
  })
  async show(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<PaperTrail> {
    const trail = await this.trails.of(id, me);
    if (!trail) throw new Refused(refuse('not-found'));
    return trail;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/paper-correction',
    permit: 'staff',
    summary: 'Opens the draft into which a correction is keyed that came back on paper.',
    reply: BegunPaper,
  })
  async keyInCorrection(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<BegunPaper> {
    return { id: orRefuse(await this.openCorrection.run(me, id)) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/paper-withdrawal',
    permit: 'staff',
    summary: 'Takes the application back at the applicant’s wish, which came as a letter.',
    body: PaperWithdrawalRequest,
    reply: PaperTrail,
  })
  async withdrawOnPaper(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: PaperWithdrawalRequest,
  ): Promise<PaperTrail> {
    orRefuse(await this.withdraw.run(me, id, reason));
    return this.show(me, id);
  }
}
