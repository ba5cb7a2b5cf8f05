import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody agreed to a publication. */
@Entity('publication_approval')
export class PublicationApproval {
  @PrimaryColumn('uuid', { name: 'request_id' })
  requestId!: string;

  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz')
  at!: Date;
}
