import { Controller, Param } from '@nestjs/common';
import { type ApplicantAsker, CurrentAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse } from '../http/refusal.js';
import { IdentitiesQueries } from './identities.queries.js';
import { OwnIdentities } from './identity.dto.js';
import { UnlinkIdentity } from './unlink-identity.js';

@Controller()
export class IdentitiesController {
  constructor(
    private readonly queries: IdentitiesQueries,
    private readonly unlink: UnlinkIdentity,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/identities',
    permit: 'applicant',
    summary: 'The outside ways into the own account.',
    reply: OwnIdentities,
  })
  list(@CurrentAsker() me: ApplicantAsker): Promise<OwnIdentities> {
    return this.queries.ownOf(me.accountId);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/identities/:id',
    permit: 'applicant',
    summary: 'Takes an outside way into the own account away, unless it is the last way.',
    status: 204,
  })
  async remove(@CurrentAsker() me: ApplicantAsker, @Param('id') id: string): Promise<void> {
    orRefuse(await this.unlink.run(me.accountId, id));
  }
}
