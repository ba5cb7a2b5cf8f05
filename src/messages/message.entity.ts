import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message about an application. Its words never change. */
@Entity()
export class Message {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Given by the sender's screen: the same message sent again is the same message. */
  @Column('uuid')
  key!: string;

  @Column('text')
  side!: 'applicant' | 'office';

  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;

  /** For which the official wrote it. */
  @Column('text', { nullable: true })
  department!: string | null;

  /** Who wrote it in the applicant's name. */
  @Column('text', { name: 'agent_name', nullable: true })
  agentName!: string | null;

  @Column('text')
  body!: string;

  @Column('timestamptz')
  at!: Date;

  /** When the other side first had it on the screen. */
  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;
}
