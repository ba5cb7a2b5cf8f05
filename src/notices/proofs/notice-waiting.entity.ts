import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A notice that must be signed and cannot be, for administrators to see. Gone once it is issued. */
@Entity('notice_waiting')
export class NoticeWaiting {
  @PrimaryColumn('uuid', { name: 'notice_id' })
  noticeId!: string;

  @Column('timestamptz')
  since!: Date;

  @Column('text')
  reason!: string;
}
