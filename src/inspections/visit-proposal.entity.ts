import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VisitSlot } from './visit-proposal.dto.js';

/** Times of a visit from which the applicant chooses one. */
@Entity('visit_proposal')
export class VisitProposal {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('jsonb')
  slots!: VisitSlot[];

  @Column('text')
  place!: string;

  @Column('uuid', { array: true })
  inspectors!: string[];

  /** For the inspectors alone. */
  @Column('text')
  note!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  /** `replaced`: by another proposal, or by a visit that the office agreed on. */
  @Column('text', { default: 'open' })
  state!: 'open' | 'chosen' | 'none-fits' | 'replaced';

  /** Place among the slots, from 0. */
  @Column('int', { nullable: true })
  chosen!: number | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
