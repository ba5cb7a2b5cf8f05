import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One entry of an applicant's 店舗台帳: a shop, an office, whatever procedures ask about with `site.…`. */
@Entity('site')
export class SavedSite {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'applicant_id' })
  applicantId!: string;

  @Column('text')
  name!: string;

  /** What `x-prefill` reads: `site.name`, `site.address` … Emptied when removed. */
  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'saved_at', default: () => 'now()' })
  savedAt!: Date;

  /** When a draft was last started for it. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  /** Set instead of deleting it where an application names it. */
  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}
