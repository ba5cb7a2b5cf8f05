import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One role of one official: in a procedure, by the name that its workflow.json gives it, or for the whole office.
 * Which of them count today say the views `staff_role_in_force` and `office_role_in_force`.
 */
@Entity('staff_role')
export class StaffRole {
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  /** `*` for a role of the whole office. */
  @PrimaryColumn('text', { name: 'procedure_id' })
  procedureId!: string;

  @PrimaryColumn('text')
  role!: string;

  /** First and last day in Japan, both included; null is open. */
  @Column('date', { name: 'from_on', nullable: true })
  fromOn!: string | null;

  @Column('date', { name: 'to_on', nullable: true })
  toOn!: string | null;

  @Column('uuid', { name: 'given_by', nullable: true })
  givenBy!: string | null;

  /** Waits for a second administrator, and does not count until then. */
  @Column('boolean', { default: false })
  awaited!: boolean;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;
}
