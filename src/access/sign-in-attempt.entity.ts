import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Kept for a day, to slow guessing down. */
@Entity('sign_in_attempt')
export class SignInAttempt {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bytea', { name: 'account_key' })
  accountKey!: Buffer;

  @Column('text')
  address!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('boolean', { default: false })
  succeeded!: boolean;
}
