import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangeKind } from './record-change.js';

/** What was done to an official's account. Never changed, never deleted. */
@Entity('staff_change')
export class StaffChange {
  @PrimaryColumn('uuid')
  id!: string;

  /** Whose account it is. */
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  /** Who did it; null for the command line. */
  @Column('uuid', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('text')
  kind!: ChangeKind;

  @Column('jsonb', { default: {} })
  detail!: Readonly<Record<string, unknown>>;
}
