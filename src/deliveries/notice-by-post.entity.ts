import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A document or mail that leaves on paper, too: it waits among the letters of the desk until it is handed out. */
@Entity('notice_by_post')
export class NoticeByPost {
  @PrimaryColumn('uuid', { name: 'notice_id' })
  noticeId!: string;

  /** `asked`: the applicant wants documents on paper. */
  @Column('text')
  reason!: 'asked' | 'bounced' | 'unopened';

  @Column('timestamptz')
  since!: Date;
}
