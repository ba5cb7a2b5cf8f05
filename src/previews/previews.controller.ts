import { Body, Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { TakeActionRequest } from '../applications/desk.dto.js';
import { contentDisposition } from '../files/file-name.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { pdfPolicy } from '../http/security-headers.js';
import { PreviewAction } from './preview-action.js';
import { PreviewView } from './preview.dto.js';

@Controller()
export class PreviewsController {
  constructor(private readonly preview: PreviewAction) {}

  @Endpoint({
    method: 'POST',
    path: '/api/desk/applications/:id/actions/:action/preview',
    permit: 'staff',
    summary: 'What the applicant would receive if the action were taken as sent; nothing is recorded.',
    params: { action: /^[\p{L}][\p{L}\p{N}_]{0,62}$/u },
    body: TakeActionRequest,
    reply: PreviewView,
  })
  async previewAction(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Param('action') action: string,
    @Body() body: TakeActionRequest,
  ): Promise<PreviewView> {
    return orRefuse(await this.preview.run(me, id, action, body));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/previews/:id/pdf',
    permit: 'staff',
    shows: 'notice',
    summary:
      'A notice as it would be issued, marked as a draft; for the official who asked for it, for a day.',
    reply: 'application/pdf',
  })
  async pdf(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.preview.pdf(me, id);
    if (!found) throw new Refused(refuse('not-found'));
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', contentDisposition('inline', `案_${found.title}.pdf`))
      .header('content-security-policy', pdfPolicy)
      .send(found.pdf);
  }
}
