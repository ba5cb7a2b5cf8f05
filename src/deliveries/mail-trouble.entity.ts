import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that does not get our mails, until one arrives there or its owner says that it is right. */
@Entity('mail_trouble')
export class MailTrouble {
  /** In lower case. */
  @PrimaryColumn('text', { name: 'recipient_key' })
  recipientKey!: string;

  @Column('text')
  kind!: 'bounced' | 'complained';

  @Column('text', { nullable: true })
  status!: string | null;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'last_at' })
  lastAt!: Date;
}
