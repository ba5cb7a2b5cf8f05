import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Asker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { requestMinutes } from './begin-identity.js';
import { arrivalMinutes, hashOf } from './identity-cookie.js';
import { IdentityProviders } from './identity-providers.js';
import { keepIdentity } from './keep-identity.js';
import type { ProvenIdentity } from './open-id-provider.js';

/** What became of somebody who came back. */
export type Finished =
  | { readonly kind: 'known'; readonly accountId: string; readonly next: string }
  | { readonly kind: 'linked'; readonly next: string }
  | { readonly kind: 'new' };

interface Kept {
  readonly nonce: string;
  readonly code_verifier: string;
  readonly account_id: string | null;
  readonly next: string;
}

@Injectable()
export class FinishIdentity {
  constructor(
    private readonly dataSource: DataSource,
    private readonly providers: IdentityProviders,
  ) {}

  /**
   * @param callback the address that the browser came back to
   * @param browser token of its cookie
   * @param asker who is signed in now: a link is made only for the account that asked for it
   */
  async run(
    providerId: string,
    callback: URL,
    browser: string | null,
    asker: Asker | null,
  ): Promise<Outcome<Finished>> {
    const provider = this.providers.find(providerId);
    if (!provider) return refuse('identity-unknown');
    const state = callback.searchParams.get('state') ?? '';
    const kept = browser === null ? null : await this.take(providerId, state, browser);
    if (browser === null || kept === null) return refuse('identity-not-begun');
    const proven = await provider.finish(callback, {
      state,
      nonce: kept.nonce,
      codeVerifier: kept.code_verifier,
    });
    if (!proven.ok) return proven;
    if (kept.account_id === null) return this.enter(providerId, proven.value, browser, kept.next);
    if (asker?.kind !== 'applicant' || asker.accountId !== kept.account_id) {
      return refuse('identity-not-begun');
    }
    const linked = await this.dataSource.transaction((tx) =>
      keepIdentity(tx, asker.accountId, providerId, proven.value),
    );
    return linked.ok ? done({ kind: 'linked', next: kept.next }) : linked;
  }

  /** Used up by the first look, so that an address of the past opens nothing. */
  private async take(provider: string, state: string, browser: string): Promise<Kept | null> {
    const [rows] = await this.dataSource.query<[Kept[], number]>(
      `delete from identity_request
       where id = $1 and browser = $2 and provider = $3 and created_at > now() - $4::int * interval '1 minute'
       returning nonce, code_verifier, account_id, next`,
      [hashOf(state), hashOf(browser), provider, requestMinutes],
    );
    return rows[0] ?? null;
  }

  /** A known one enters; a new one waits for an account. Found by issuer and subject alone. */
  private async enter(
    providerId: string,
    identity: ProvenIdentity,
    browser: string,
    next: string,
  ): Promise<Outcome<Finished>> {
    const { issuer, subject, acr, proven, profile } = identity;
    return this.dataSource.transaction(async (tx): Promise<Outcome<Finished>> => {
      const [[known]] = await tx.query<[{ account_id: string; disabled: boolean }[], number]>(
        `update account_identity i set provider = $3, acr = $4, proven = $5, profile = $6, last_used_at = now()
         from account a where a.id = i.account_id and i.issuer = $1 and i.subject = $2
         returning i.account_id, a.disabled_at is not null as disabled`,
        [issuer, subject, providerId, acr, proven, JSON.stringify(profile)],
      );
      if (known?.disabled) return refuse('account-disabled');
      if (known) return done({ kind: 'known', accountId: known.account_id, next });
      await tx.query(
        `delete from identity_arrival where id = $1 or created_at < now() - $2::int * interval '1 minute'`,
        [hashOf(browser), arrivalMinutes],
      );
      await tx.query(
        `insert into identity_arrival (id, provider, issuer, subject, acr, proven, profile, next)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [hashOf(browser), providerId, issuer, subject, acr, proven, JSON.stringify(profile), next],
      );
      return done({ kind: 'new' });
    });
  }
}
