import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { FormPreviewView, OpenPreviewRequest } from './form-preview.dto.js';
import { FormLinks } from './form-links.js';
import { LinkList, MadeLink, MakeLinkRequest } from './publishing.dto.js';

@Controller()
export class FormLinksController {
  constructor(private readonly links: FormLinks) {}

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts/:id/links',
    permit: 'office:write-drafts',
    summary: 'A link that shows the draft’s form to whoever has it. It is told this once.',
    body: MakeLinkRequest,
    reply: MadeLink,
    status: 201,
  })
  async make(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { days }: MakeLinkRequest,
  ): Promise<MadeLink> {
    return orRefuse(await this.links.make(me, id, days));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/drafts/:id/links',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'Links to the draft’s form that lead there now.',
    reply: LinkList,
  })
  async list(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<LinkList> {
    const links = await this.links.list(me, id);
    if (!links) throw new Refused(refuse('not-found'));
    return { links };
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/builder/links/:id',
    permit: 'office:write-drafts',
    summary: 'Ends a link to a draft’s form.',
    status: 204,
  })
  async revoke(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.links.revoke(me, id));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/form-previews',
    permit: 'public',
    summary: 'The form that a link shows. Nothing is kept of what is filled in.',
    body: OpenPreviewRequest,
    reply: FormPreviewView,
    paced: true,
  })
  async open(@Body() { token }: OpenPreviewRequest): Promise<FormPreviewView> {
    return orRefuse(await this.links.open(token));
  }
}
