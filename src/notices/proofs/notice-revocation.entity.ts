import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a notice is called back (取消し): one official asks, another one decides. */
@Entity('notice_revocation')
export class NoticeRevocation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'notice_id' })
  noticeId!: string;

  @Column('text', { default: 'asked' })
  state!: 'asked' | 'revoked' | 'declined';

  @Column('text')
  reason!: string;

  /** For everybody who looks the notice up. */
  @Column('text', { name: 'public_reason' })
  publicReason!: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('uuid', { name: 'settled_by', nullable: true })
  settledBy!: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('text', { name: 'settled_words', nullable: true })
  settledWords!: string | null;
}
