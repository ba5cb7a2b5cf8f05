import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An official has had an application on the screen: one row for each day, however often they looked. */
@Entity()
export class Reading {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Civil date in Japan. */
  @PrimaryColumn('date')
  day!: string;

  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  /** Department and names of the roles as they were on that day. */
  @Column('text')
  department!: string;

  @Column('text', { array: true })
  roles!: string[];

  /** Paths of the masked questions that they opened. */
  @Column('text', { array: true, default: [] })
  opened!: string[];

  @Column('timestamptz', { name: 'first_at' })
  firstAt!: Date;

  @Column('timestamptz', { name: 'last_at' })
  lastAt!: Date;

  @Column('int', { default: 1 })
  times!: number;
}
