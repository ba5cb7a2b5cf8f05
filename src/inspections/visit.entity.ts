import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChecklistItem } from '#engine';

/** 現地確認 of one application on one day. What was found is frozen once it is done. */
@Entity()
export class Visit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('date', { name: 'on_day' })
  onDay!: string;

  /** `13:30`, in Japan. */
  @Column('text', { name: 'from_time' })
  fromTime!: string;

  @Column('text', { name: 'to_time' })
  toTime!: string;

  @Column('text')
  place!: string;

  @Column('uuid', { array: true })
  inspectors!: string[];

  /** For the inspectors alone. */
  @Column('text')
  note!: string;

  /** Place in the day's route. */
  @Column('int', { default: 0 })
  position!: number;

  @Column('text', { default: 'planned' })
  state!: 'planned' | 'done' | 'cancelled';

  /** As the workflow had it when the visit was planned. */
  @Column('jsonb')
  checklist!: ChecklistItem[];

  /** Goes up with every change. */
  @Column('int', { default: 0 })
  revision!: number;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz', { name: 'planned_at' })
  plannedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { name: 'ended_by_id', nullable: true })
  endedById!: string | null;
}
