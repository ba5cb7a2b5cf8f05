import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { IdentitiesQueries } from './identities.queries.js';
import { keepIdentity } from './keep-identity.js';

@Injectable()
export class LinkArrival {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: IdentitiesQueries,
  ) {}

  /** Whoever arrived in this browser belongs to the account that has signed in here since. */
  async run(accountId: string, arrivalId: Buffer | null): Promise<Outcome<null>> {
    const arrival = await this.queries.arrival(arrivalId);
    if (!arrival) return refuse('identity-not-begun');
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const linked = await keepIdentity(tx, accountId, arrival.provider, arrival);
      if (!linked.ok) return linked;
      await tx.query('delete from identity_arrival where id = $1', [arrival.id]);
      return done(null);
    });
  }
}
