import { Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { RelatedList } from './related.dto.js';
import { RelatedQueries } from './related.queries.js';

@Controller()
export class RelatedController {
  constructor(private readonly queries: RelatedQueries) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/related',
    permit: 'staff',
    shows: 'application',
    summary:
      'Applications thought related, and why: the same person, place, telephone, address, account, permit or file.',
    reply: RelatedList,
  })
  async list(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<RelatedList> {
    const found = await this.queries.find(id, me);
    if (!found) throw new Refused(refuse('not-found'));
    return found;
  }
}
