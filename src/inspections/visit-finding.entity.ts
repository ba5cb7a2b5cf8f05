import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FindingResult } from './visit.dto.js';

/** What was found of one item of the checklist. */
@Entity('visit_finding')
export class VisitFinding {
  @PrimaryColumn('uuid', { name: 'visit_id' })
  visitId!: string;

  @PrimaryColumn('text')
  item!: string;

  @Column('text')
  result!: FindingResult;

  @Column('text')
  note!: string;

  /** Goes up with every change. */
  @Column('int')
  version!: number;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz')
  at!: Date;
}
