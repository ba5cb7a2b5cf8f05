import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What applicant and office have written to each other about one application: how it stands now. */
@Entity()
export class Conversation {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('uuid', { name: 'applicant_id' })
  applicantId!: string;

  @Column('timestamptz', { name: 'last_at' })
  lastAt!: Date;

  /** The applicant wrote last, and no official has answered or said that no answer is needed. */
  @Column('boolean', { name: 'awaits_reply' })
  awaitsReply!: boolean;

  /** From then on the applicant cannot write; a message of the office opens it again. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
