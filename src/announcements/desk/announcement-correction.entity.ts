import { Column, Entity, PrimaryColumn } from 'typeorm';

/** New words for an announcement that is out, once a second person agrees. */
@Entity('announcement_correction')
export class AnnouncementCorrection {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'announcement_id' })
  announcementId!: string;

  @Column('text')
  title!: string;

  @Column('text')
  body!: string;

  @Column('text', { name: 'title_en', nullable: true })
  titleEn!: string | null;

  @Column('text', { name: 'body_en', nullable: true })
  bodyEn!: string | null;

  /** What was wrong, for readers. */
  @Column('text')
  note!: string;

  /** As it read before; null until it is made. */
  @Column('jsonb', { nullable: true })
  was!: { title: string; body: string; titleEn: string | null; bodyEn: string | null } | null;

  @Column('text', { default: 'asked' })
  state!: 'asked' | 'made' | 'declined';

  @Column('text')
  digest!: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
