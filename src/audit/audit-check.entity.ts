import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LogFault } from './log-fault.js';

/** The whole log was verified, and this came of it. */
@Entity('audit_check')
export class AuditCheck {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('int')
  events!: number;

  @Column('int')
  seals!: number;

  /** The first of them. */
  @Column('jsonb')
  faults!: LogFault[];
}
