import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IdentityArrivalView, OwnIdentities } from './identity.dto.js';
import { arrivalMinutes } from './identity-cookie.js';
import { IdentityProviders } from './identity-providers.js';
import type { ProvenIdentity } from './open-id-provider.js';
import type { ProvenProfile } from './proven-profile.js';

/** Somebody whom a provider sent, before there is an account. */
export interface Arrival extends ProvenIdentity {
  readonly id: Buffer;
  readonly provider: string;
  readonly next: string;
}

@Injectable()
export class IdentitiesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly providers: IdentityProviders,
  ) {}

  /** Who arrived in a browser; null when nobody did, or too long ago. */
  async arrival(id: Buffer | null): Promise<Arrival | null> {
    if (id === null) return null;
    const [row] = await this.dataSource.query<Arrival[]>(
      `select id, provider, issuer, subject, acr, proven, profile, next from identity_arrival
       where id = $1 and created_at > now() - $2::int * interval '1 minute'`,
      [id, arrivalMinutes],
    );
    return row ?? null;
  }

  async arrivalView(id: Buffer | null): Promise<IdentityArrivalView> {
    const arrival = await this.arrival(id);
    const provider = arrival && this.providers.find(arrival.provider);
    if (!arrival || !provider) return { arrival: null };
    return {
      arrival: {
        provider: { ...provider.title },
        kind: provider.kind,
        profile: { ...arrival.profile },
        proven: Object.keys(provider.provenPart(arrival)),
        next: arrival.next,
      },
    };
  }

  async ownOf(accountId: string): Promise<OwnIdentities> {
    const rows = await this.dataSource.query<
      {
        id: string | null;
        provider: string;
        proven: boolean;
        profile: ProvenProfile;
        linked_at: Date;
        last_used_at: Date;
        has_password: boolean;
      }[]
    >(
      `select i.id, i.provider, i.proven, i.profile, i.linked_at, i.last_used_at,
              a.password_hash is not null as has_password
       from account a left join account_identity i on i.account_id = a.id
       where a.id = $1 order by i.linked_at, i.id`,
      [accountId],
    );
    return {
      hasPassword: rows[0]?.has_password ?? false,
      identities: rows.flatMap(({ id, ...row }) =>
        id === null
          ? []
          : {
              id,
              provider: this.providers.titleOf(row.provider),
              proven: { ...this.providers.find(row.provider)?.provenPart(row) },
              linkedAt: row.linked_at.toISOString(),
              lastUsedAt: row.last_used_at.toISOString(),
            },
      ),
    };
  }
}
