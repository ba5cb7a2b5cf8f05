import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProvenProfile } from './proven-profile.js';

/** Somebody who came back from a provider and has no account yet, for an hour. */
@Entity('identity_arrival')
export class IdentityArrival {
  /** SHA-256 of the cookie of the browser. */
  @PrimaryColumn('bytea')
  id!: Buffer;

  @Column('text')
  provider!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  @Column('text', { nullable: true })
  acr!: string | null;

  @Column('boolean')
  proven!: boolean;

  @Column('jsonb')
  profile!: ProvenProfile;

  @Column('text')
  next!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
