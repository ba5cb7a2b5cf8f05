import { Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { OpenCorrection } from '../applications/open-correction.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { DraftView } from './draft.dto.js';
import { DraftsQueries } from './drafts.queries.js';

/** Stands with the drafts: what it gives is one. */
@Controller()
export class CorrectionController {
  constructor(
    private readonly open: OpenCorrection,
    private readonly drafts: DraftsQueries,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/applications/:id/correction',
    permit: 'applicant-or-guest',
    agents: 'application',
    summary: 'Opens the draft that answers a request for correction, or gives the one already open (200).',
    reply: DraftView,
    status: 201,
  })
  async openCorrection(
    @CurrentAsker() me: ApplicantAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftView> {
    const { draftId, isNew } = orRefuse(await this.open.run(me.id, id));
    void reply.status(isNew ? 201 : 200);
    const view = await this.drafts.view(draftId, me, language);
    if (!view) throw new Refused(refuse('not-found'));
    return view;
  }
}
