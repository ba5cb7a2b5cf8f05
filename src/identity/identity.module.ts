import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { BeginIdentity } from './begin-identity.js';
import { FinishIdentity } from './finish-identity.js';
import { IdentitiesController } from './identities.controller.js';
import { IdentitiesQueries } from './identities.queries.js';
import { IdentityController } from './identity.controller.js';
import { IdentityProviders } from './identity-providers.js';
import { LinkArrival } from './link-arrival.js';
import { RegisterArrival } from './register-arrival.js';
import { UnlinkIdentity } from './unlink-identity.js';

@Module({
  imports: [AccessModule, AccountsModule],
  controllers: [IdentitiesController, IdentityController],
  providers: [
    BeginIdentity,
    FinishIdentity,
    IdentitiesQueries,
    IdentityProviders,
    LinkArrival,
    RegisterArrival,
    UnlinkIdentity,
  ],
  exports: [IdentityProviders],
})
export class IdentityModule {}
