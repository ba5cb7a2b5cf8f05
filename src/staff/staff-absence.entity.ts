import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days on which a colleague stands in for an official (代決・代理). */
@Entity('staff_absence')
export class StaffAbsence {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('uuid', { name: 'substitute_id' })
  substituteId!: string;

  /** First day; both days are included. */
  @Column('date', { name: 'from_on' })
  fromOn!: string;

  @Column('date', { name: 'to_on' })
  toOn!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
