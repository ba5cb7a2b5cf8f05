import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A supervisor lets the office ask for another correction of answers that it has asked about already, and says why. */
@Entity()
export class CorrectionPermission {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @PrimaryColumn('timestamptz')
  at!: Date;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  reason!: string;
}
