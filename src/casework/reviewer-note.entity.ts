import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 職員メモ: for colleagues alone. A record of the office, so it is neither changed nor taken away. */
@Entity()
export class ReviewerNote {
  /** Chosen by the screen: sent twice it is one note. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  body!: string;

  @Column('timestamptz')
  at!: Date;
}
