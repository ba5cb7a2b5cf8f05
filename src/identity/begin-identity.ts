import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { hashOf } from './identity-cookie.js';
import { IdentityProviders } from './identity-providers.js';

/** Minutes in which somebody must be back. */
export const requestMinutes = 10;

/** Addresses inside the portal alone: a full address, `//host` or `/\host` would lead people away. */
function insidePortal(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/applications';
}

@Injectable()
export class BeginIdentity {
  constructor(
    private readonly dataSource: DataSource,
    private readonly providers: IdentityProviders,
  ) {}

  /**
   * @param browser token of the cookie: only this browser can come back
   * @param accountId the account that is to be linked; null for a sign-in
   * @returns the provider's address
   */
  async run(
    providerId: string,
    browser: string,
    accountId: string | null,
    next: string | undefined,
  ): Promise<Outcome<string>> {
    const provider = this.providers.find(providerId);
    if (!provider) return refuse('identity-unknown');
    const begun = await provider.begin();
    if (!begun.ok) return begun;
    const { url, state, nonce, codeVerifier } = begun.value;
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        `delete from identity_request where created_at < now() - $1::int * interval '1 minute'`,
        [requestMinutes],
      );
      await tx.query(
        `insert into identity_request (id, browser, provider, nonce, code_verifier, account_id, next)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [hashOf(state), hashOf(browser), providerId, nonce, codeVerifier, accountId, insidePortal(next)],
      );
    });
    return done(url);
  }
}
