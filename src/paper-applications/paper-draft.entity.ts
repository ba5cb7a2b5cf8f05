import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Brought, SetAside } from './paper.dto.js';

/** A draft that officials key in from paper. */
@Entity('paper_draft')
export class PaperDraft {
  @PrimaryColumn('uuid', { name: 'draft_id' })
  draftId!: string;

  /** Who began it. */
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  /** Who submitted it; null until then. */
  @Column('uuid', { name: 'keyed_by_id', nullable: true })
  keyedById!: string | null;

  /** Who has had the answers before their eyes. */
  @Column('uuid', { name: 'seen_by', array: true, default: [] })
  seenBy!: string[];

  /** 受付日. */
  @Column('date', { name: 'arrived_on' })
  arrivedOn!: string;

  @Column('text')
  brought!: Brought;

  @Column('jsonb', { name: 'set_aside', default: [] })
  setAside!: SetAside[];

  @Column('timestamptz', { name: 'begun_at', default: () => 'now()' })
  begunAt!: Date;
}
