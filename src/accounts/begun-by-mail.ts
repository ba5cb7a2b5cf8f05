import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config.js';
import type { Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { MailProofs, type OpenProof } from './mail-proofs.queries.js';
import { clearProofCookie, type CookiePurpose, readProofCookie, setProofCookie } from './proof-cookie.js';
import { ResendCode } from './resend-code.js';

const NOT_BEGUN = {
  registration: 'registration-not-begun',
  'password-reset': 'password-reset-not-begun',
  guest: 'code-spent',
} as const satisfies Record<CookiePurpose, string>;

/** What somebody has begun in this browser and goes on with by a code from their mailbox. For controllers. */
@Injectable()
export class BegunByMail {
  private readonly https: boolean;

  constructor(
    private readonly proofs: MailProofs,
    private readonly resend: ResendCode,
    @Inject(CONFIG) config: Config,
  ) {
    this.https = config.http.publicUrl.startsWith('https:');
  }

  idOf(request: FastifyRequest, purpose: CookiePurpose): Buffer | null {
    return readProofCookie(request, purpose, this.https);
  }

  find(request: FastifyRequest, purpose: CookiePurpose): Promise<OpenProof | null> {
    return this.proofs.find(this.idOf(request, purpose), purpose);
  }

  /** @throws a refusal when there is nothing, or it is too old */
  async open(request: FastifyRequest, purpose: CookiePurpose): Promise<OpenProof> {
    const found = await this.find(request, purpose);
    if (!found) throw new Refused(refuse(NOT_BEGUN[purpose]));
    return found;
  }

  /** @throws as above, also when the code was given already */
  async sendAgain(request: FastifyRequest, purpose: CookiePurpose, language: Language): Promise<void> {
    const proof = await this.open(request, purpose);
    if (proof.confirmed) throw new Refused(refuse(NOT_BEGUN[purpose]));
    orRefuse(await this.resend.run(proof, request.ip, language));
  }

  keep(reply: FastifyReply, purpose: CookiePurpose, token: string): void {
    setProofCookie(reply, purpose, token, this.https);
  }

  forget(reply: FastifyReply, purpose: CookiePurpose): void {
    clearProofCookie(reply, purpose, this.https);
  }
}
