import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The day for an answer was put off, with the reason. */
@Entity('opinion_extension')
export class OpinionExtension {
  @PrimaryColumn('uuid', { name: 'opinion_id' })
  opinionId!: string;

  @PrimaryColumn('timestamptz')
  at!: Date;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('date', { name: 'from_on' })
  fromOn!: string;

  @Column('date', { name: 'to_on' })
  toOn!: string;

  @Column('text')
  reason!: string;
}
