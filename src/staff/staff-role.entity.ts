import { Entity, PrimaryColumn } from 'typeorm';

/** One role of one official in one procedure, by the name that the procedure's workflow.json gives it. */
@Entity('staff_role')
export class StaffRole {
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  @PrimaryColumn('text', { name: 'procedure_id' })
  procedureId!: string;

  @PrimaryColumn('text')
  role!: string;
}
