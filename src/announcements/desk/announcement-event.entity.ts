import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnnouncementAction } from './desk-announcement.dto.js';

/** What was done with an announcement, for those who write them. The sealed record has it, too. */
@Entity('announcement_event')
export class AnnouncementEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'announcement_id' })
  announcementId!: string;

  @Column('text')
  action!: AnnouncementAction;

  /** Null for what happened by itself, or from the command line. */
  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { nullable: true })
  note!: string | null;
}
