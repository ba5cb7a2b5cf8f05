import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnnouncementTarget } from './recipients.js';

export type AnnouncementState = 'draft' | 'asked' | 'planned' | 'published' | 'withdrawn';

/** News of the office to those who apply. What was published changes by a correction alone, which readers are told of. */
@Entity()
export class Announcement {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  /** Paragraphs, parted by empty lines. */
  @Column('text')
  body!: string;

  /** Null together with `bodyEn`: nobody translated it. */
  @Column('text', { name: 'title_en', nullable: true })
  titleEn!: string | null;

  @Column('text', { name: 'body_en', nullable: true })
  bodyEn!: string | null;

  /** Goes to everybody by mail, whatever they chose. */
  @Column('boolean', { default: false })
  important!: boolean;

  /** Null: for both. */
  @Column('text', { nullable: true })
  audience!: 'individual' | 'business' | null;

  @Column('text', { nullable: true })
  category!: string | null;

  @Column('text', { name: 'procedure_id', nullable: true })
  procedureId!: string | null;

  /** `asked`: a second person is to agree. `planned`: they have, and it waits for its time. */
  @Column('text', { default: 'published' })
  state!: AnnouncementState;

  @Column('jsonb', { default: {} })
  target!: AnnouncementTarget;

  /** Counts what was changed while it was a draft. */
  @Column('int', { default: 1 })
  revision!: number;

  /** Null: as soon as it is approved. */
  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;

  /** Null for one that came from the command line. */
  @Column('uuid', { name: 'written_by', nullable: true })
  writtenBy!: string | null;

  @Column('timestamptz', { name: 'written_at', nullable: true })
  writtenAt!: Date | null;

  /** Of the content that was handed to a second person. */
  @Column('text', { nullable: true })
  digest!: string | null;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  /** How many mails it was to be when it was published. */
  @Column('int', { nullable: true })
  expected!: number | null;

  /** Since when its mails wait. */
  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt!: Date | null;

  /** No further mail of it leaves; it is shown all the same. */
  @Column('timestamptz', { name: 'mails_stopped_at', nullable: true })
  mailsStoppedAt!: Date | null;

  /** When the last block of mails was owed: one that has stopped moving was lost. */
  @Column('timestamptz', { name: 'spread_moved_at', nullable: true })
  spreadMovedAt!: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  /** Why, for readers. */
  @Column('text', { name: 'withdrawn_note', nullable: true })
  withdrawnNote!: string | null;

  /** Null until it is published. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  /** From then on it is no longer shown, and no further mail leaves. */
  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  /** The last account that was given its mail. */
  @Column('uuid', { name: 'spread_after', nullable: true })
  spreadAfter!: string | null;

  /** Since when all who wanted it have their mail owed. */
  @Column('timestamptz', { name: 'spread_at', nullable: true })
  spreadAt!: Date | null;
}
