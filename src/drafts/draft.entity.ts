import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MovedRecord } from './version-move.js';

/** Answers while they are being filled in. Emptied when submitted: from then on the submission alone holds them. */
@Entity()
export class Draft {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'applicant_id' })
  applicantId!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('text', { name: 'version_hash' })
  versionHash!: string;

  @Column('text')
  kind!: 'application' | 'correction';

  /** The application that a correction answers for. */
  @Column('uuid', { name: 'corrects_id', nullable: true })
  correctsId!: string | null;

  @Column('text', { default: 'open' })
  state!: 'open' | 'submitted';

  @Column('int', { default: 0 })
  revision!: number;

  @Column('jsonb')
  answers!: Record<string, unknown>;

  /** Field path → source. */
  @Column('jsonb', { default: {} })
  prefilled!: Record<string, string>;

  @Column('text', { nullable: true })
  subject!: string | null;

  /** The saved site that it was started for. */
  @Column('uuid', { name: 'site_id', nullable: true })
  siteId!: string | null;

  /** What the last move to another version of the procedure did; null as long as it stands in its first. */
  @Column('jsonb', { nullable: true })
  moved!: MovedRecord | null;

  /** The version in force for which it was found that the draft keeps its own. */
  @Column('text', { name: 'pinned_for', nullable: true })
  pinnedFor!: string | null;

  /** The former application whose answers it began with. */
  @Column('uuid', { name: 'copied_from_id', nullable: true })
  copiedFromId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'saved_at', default: () => 'now()' })
  savedAt!: Date;
}
