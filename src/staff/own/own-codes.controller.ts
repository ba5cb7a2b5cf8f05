import { Body, Controller, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CurrentAsker, type StaffAsker } from '../../access/asker.js';
import { readSessionCookie } from '../../access/session-cookie.js';
import { CONFIG, type Config } from '../../config/config.js';
import { Endpoint } from '../../http/endpoint.js';
import { orRefuse } from '../../http/refusal.js';
import { BeginCodes } from './begin-codes.js';
import { ConfirmCodes } from './confirm-codes.js';
import { GiveUpCodes } from './give-up-codes.js';
import { CodesSetUp, ConfirmCodesRequest, ProvenRequest, RecoveryCodes } from './own-account.dto.js';
import { RenewRecoveryCodes } from './renew-recovery-codes.js';

/** An official's own one-time codes. */
@Controller()
export class OwnCodesController {
  constructor(
    private readonly beginCodes: BeginCodes,
    private readonly confirmCodes: ConfirmCodes,
    private readonly giveUpCodes: GiveUpCodes,
    private readonly renewCodes: RenewRecoveryCodes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/desk/account/codes',
    permit: 'staff-entering',
    summary: 'A key for an authenticator app; it counts once a code of it was shown.',
    body: ProvenRequest,
    reply: CodesSetUp,
    status: 201,
  })
  async begin(
    @CurrentAsker() me: StaffAsker,
    @Body() { currentPassword }: ProvenRequest,
    @Req() request: FastifyRequest,
  ): Promise<CodesSetUp> {
    return orRefuse(await this.beginCodes.run(me, currentPassword, request.ip));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/account/codes/confirm',
    permit: 'staff-entering',
    summary:
      'Shows that the device has the key: codes are asked for from now on. Tells ten recovery codes, once.',
    body: ConfirmCodesRequest,
    reply: RecoveryCodes,
  })
  async confirm(
    @CurrentAsker() me: StaffAsker,
    @Body() { code }: ConfirmCodesRequest,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodes> {
    const token = readSessionCookie(request, this.config.http.publicUrl.startsWith('https:')) ?? '';
    return orRefuse(await this.confirmCodes.run(me, code, token, request.ip));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/account/codes/give-up',
    permit: 'staff',
    summary: 'Signing in takes the password alone again; refused where the asker’s roles ask for codes.',
    body: ProvenRequest,
    status: 204,
  })
  async giveUp(
    @CurrentAsker() me: StaffAsker,
    @Body() { currentPassword }: ProvenRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    orRefuse(await this.giveUpCodes.run(me, currentPassword, request.ip));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/account/codes/recovery',
    permit: 'staff',
    summary: 'Ten new recovery codes, told once; those before open nothing any more.',
    body: ProvenRequest,
    reply: RecoveryCodes,
    status: 201,
  })
  async renew(
    @CurrentAsker() me: StaffAsker,
    @Body() { currentPassword }: ProvenRequest,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodes> {
    return orRefuse(await this.renewCodes.run(me, currentPassword, request.ip));
  }
}
