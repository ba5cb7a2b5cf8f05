import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 照合 of one paper: that it is asked for, what the second official entered, and what holds. */
@Entity('paper_check')
export class PaperCheck {
  @PrimaryColumn('uuid', { name: 'draft_id' })
  draftId!: string;

  @Column('uuid', { name: 'asked_by_id' })
  askedById!: string;

  @Column('timestamptz', { name: 'asked_at', default: () => 'now()' })
  askedAt!: Date;

  /** Question → what was entered; null until then, and again once the paper is submitted. */
  @Column('jsonb', { nullable: true })
  typed!: Readonly<Record<string, unknown>> | null;

  @Column('uuid', { name: 'typed_by_id', nullable: true })
  typedById!: string | null;

  @Column('timestamptz', { name: 'typed_at', nullable: true })
  typedAt!: Date | null;

  /** Questions on which the two differed. */
  @Column('text', { array: true, default: [] })
  differed!: string[];

  /** Question → the answer that holds; null until it is settled, and again once the paper is submitted. */
  @Column('jsonb', { nullable: true })
  agreed!: Readonly<Record<string, unknown>> | null;

  @Column('uuid', { name: 'settled_by_id', nullable: true })
  settledById!: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
