import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answers, Problem } from '#engine';

/** The n-th time that answers arrived. Never changed. */
@Entity()
export class Submission {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @PrimaryColumn('int')
  n!: number;

  @Column('uuid', { name: 'draft_id', unique: true })
  draftId!: string;

  /** Pruned to what was asked, computed values set. */
  @Column('jsonb')
  answers!: Answers;

  /** Warnings that stood when it arrived. */
  @Column('jsonb')
  warnings!: Problem[];

  /** The signature over these answers, where the procedure asks for one. */
  @Column('uuid', { name: 'signature_id', nullable: true })
  signatureId!: string | null;

  @Column('timestamptz')
  at!: Date;
}
