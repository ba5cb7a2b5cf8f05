import { Column, Entity } from 'typeorm';
import { MailRow } from '../mail/mail-row.js';

/** A mail of a draft that an author sends to their own address, to see it as it arrives. */
@Entity('trial_mail')
export class TrialMail extends MailRow {
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  recipient!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  text!: string;

  @Column('text')
  html!: string;

  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;
}
