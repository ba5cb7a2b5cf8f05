import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who signs in. As whom they apply is said by the account's applicants: one as a person, one as a business. */
@Entity()
export class Account {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  mail!: string;

  /** The address in lower case: how an account is found. */
  @Column('text', { name: 'mail_key', unique: true })
  mailKey!: string;

  /** Null for an account that signs in elsewhere alone. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('text', { name: 'terms_version', nullable: true })
  termsVersion!: string | null;

  @Column('timestamptz', { name: 'terms_agreed_at', nullable: true })
  termsAgreedAt!: Date | null;

  /** Mails about news; important ones go to everybody. */
  @Column('boolean', { name: 'wants_news', default: false })
  wantsNews!: boolean;

  /** In which our mails come. Notices are Japanese for everybody. */
  @Column('text', { default: 'ja' })
  language!: 'ja' | 'en';

  /** 通知書の受け取り方, where they chose one; null: as the terms that they agreed to say. */
  @Column('text', { name: 'notices_by', nullable: true })
  noticesBy!: 'portal' | 'post' | null;

  @Column('timestamptz', { name: 'notices_chosen_at', nullable: true })
  noticesChosenAt!: Date | null;

  /** Version of the words that they chose by. */
  @Column('text', { name: 'notices_words', nullable: true })
  noticesWords!: string | null;

  /** The one procedure that a guest may apply for; null for whoever registered. */
  @Column('text', { name: 'guest_of', nullable: true })
  guestOf!: string | null;

  /** A guest's address in lower case; their `mailKey` is no address. */
  @Column('text', { name: 'guest_key', nullable: true })
  guestKey!: string | null;

  /** Stops the news and can do nothing else: it stands in mails, which are read on. */
  @Column('uuid', { name: 'stop_news_token', unique: true, default: () => 'gen_random_uuid()' })
  stopNewsToken!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
