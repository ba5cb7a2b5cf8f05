import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An official has an application on the screen, as long as `seen_at` is fresh. */
@Entity()
export class CasePresence {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;

  /** Is writing an action, a request or a hold just now. */
  @Column('boolean')
  writing!: boolean;
}
