import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FromBrowser } from '../access/session-cookie.js';
import { CompleteRegistration, type SentBy } from '../accounts/complete-registration.js';
import type { ProfileEntry } from '../accounts/registration.dto.js';
import type { Language } from '../http/language.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { type Arrival, IdentitiesQueries } from './identities.queries.js';
import { IdentityProviders } from './identity-providers.js';
import { keepIdentity } from './keep-identity.js';

@Injectable()
export class RegisterArrival {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: IdentitiesQueries,
    private readonly providers: IdentityProviders,
    private readonly complete: CompleteRegistration,
  ) {}

  /** Everything that is wrong with the entry; no password is asked. */
  async judge(
    arrivalId: Buffer | null,
    registrationId: Buffer | null,
    entry: ProfileEntry,
  ): Promise<Outcome<null>> {
    const arrival = await this.queries.arrival(arrivalId);
    if (!arrival) return refuse('identity-not-begun');
    const judged = await this.complete.judge(registrationId, entry, this.sentBy(arrival));
    return judged.ok ? done(null) : judged;
  }

  /**
   * Makes the account with the identity as the way into it, and signs in.
   * @returns the new session’s token
   */
  async run(
    arrivalId: Buffer | null,
    registrationId: Buffer | null,
    entry: ProfileEntry,
    askedFrom: string,
    language: Language,
    browser: FromBrowser,
  ): Promise<Outcome<string>> {
    const arrival = await this.queries.arrival(arrivalId);
    if (!arrival) return refuse('identity-not-begun');
    const sentBy = this.sentBy(arrival);
    const made = await this.complete.run(registrationId, entry, askedFrom, language, browser, sentBy);
    if (made.ok) await this.dataSource.query('delete from identity_arrival where id = $1', [arrival.id]);
    return made;
  }

  private sentBy(arrival: Arrival): SentBy {
    const provider = this.providers.find(arrival.provider);
    return {
      kind: provider?.kind ?? 'individual',
      proven: provider?.provenPart(arrival) ?? {},
      keep: (tx, accountId) => keepIdentity(tx, accountId, arrival.provider, arrival),
    };
  }
}
