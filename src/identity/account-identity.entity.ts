import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProvenProfile } from './proven-profile.js';

/** A way into an account: somebody whom an outside provider knows. */
@Entity('account_identity')
export class AccountIdentity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text')
  issuer!: string;

  /** Together with the issuer, somebody's name for good. */
  @Column('text')
  subject!: string;

  /** Name of the provider in the settings, when it was last used. */
  @Column('text')
  provider!: string;

  @Column('text', { nullable: true })
  acr!: string | null;

  @Column('boolean')
  proven!: boolean;

  /** What the provider said at the latest sign-in. */
  @Column('jsonb')
  profile!: ProvenProfile;

  @Column('timestamptz', { name: 'linked_at', default: () => 'now()' })
  linkedAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', default: () => 'now()' })
  lastUsedAt!: Date;
}
