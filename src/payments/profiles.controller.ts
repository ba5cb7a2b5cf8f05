import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse } from '../http/refusal.js';
import { DecideProfile } from './decide-profile.js';
import {
  ChangeProfileRequest,
  DecideProfileRequest,
  ProfileList,
  ProposeProfileRequest,
} from './payment-profile.dto.js';
import { ProfilesQueries } from './profiles.queries.js';
import { ProposeProfile } from './propose-profile.js';

/** Accounts that are paid from. Each change takes two people. */
@Controller()
export class ProfilesController {
  constructor(
    private readonly queries: ProfilesQueries,
    private readonly propose: ProposeProfile,
    private readonly decide: DecideProfile,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/payment-profiles',
    permit: 'staff',
    shows: 'nothing',
    summary: 'Accounts to pay from, with their changes, for those who have to do with payments.',
    reply: ProfileList,
  })
  list(@CurrentAsker() me: StaffAsker): Promise<ProfileList> {
    return this.queries.list(me);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payment-profiles',
    permit: 'staff',
    summary: 'Proposes another account to pay from.',
    body: ProposeProfileRequest,
    reply: ProfileList,
    status: 201,
  })
  async add(
    @CurrentAsker() me: StaffAsker,
    @Body() { settings }: ProposeProfileRequest,
  ): Promise<ProfileList> {
    orRefuse(await this.propose.run(me, null, settings, false));
    return this.list(me);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payment-profiles/:id',
    permit: 'staff',
    summary: 'Proposes a change of an account to pay from, or its end.',
    body: ChangeProfileRequest,
    reply: ProfileList,
  })
  async change(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { settings, ends }: ChangeProfileRequest,
  ): Promise<ProfileList> {
    orRefuse(await this.propose.run(me, id, settings, ends));
    return this.list(me);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payment-profiles/:id/confirm',
    permit: 'staff',
    summary: 'Puts a colleague’s proposal in force.',
    body: DecideProfileRequest,
    reply: ProfileList,
  })
  async confirm(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { n }: DecideProfileRequest,
  ): Promise<ProfileList> {
    orRefuse(await this.decide.confirm(me, id, n));
    return this.list(me);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/payment-profiles/:id/withdraw',
    permit: 'staff',
    summary: 'Takes a proposal back.',
    body: DecideProfileRequest,
    reply: ProfileList,
  })
  async withdraw(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { n }: DecideProfileRequest,
  ): Promise<ProfileList> {
    orRefuse(await this.decide.withdraw(me, id, n));
    return this.list(me);
  }
}
