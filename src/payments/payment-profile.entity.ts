import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProfileSettings } from './payment-profile.dto.js';

export type ProfileState = 'proposed' | 'in_force' | 'replaced' | 'withdrawn' | 'ended';

/** With the names of bank and branch as files have them: those of a list that comes anew each month. */
export type StoredSettings = ProfileSettings & {
  readonly bankInFile: string;
  readonly branchInFile: string;
};

/** An account that is paid from, as one change left it: a second person puts it in force. */
@Entity('payment_profile')
export class PaymentProfile {
  @PrimaryColumn('uuid')
  id!: string;

  @PrimaryColumn('int')
  n!: number;

  @Column('text')
  state!: ProfileState;

  @Column('jsonb')
  settings!: StoredSettings;

  /** Takes the account out of use. */
  @Column('boolean', { default: false })
  ends!: boolean;

  @Column('uuid', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
