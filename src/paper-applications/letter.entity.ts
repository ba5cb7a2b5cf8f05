import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterWay } from './paper.dto.js';

/** That a notice left the house on paper. */
@Entity()
export class Letter {
  @PrimaryColumn('uuid', { name: 'notice_id' })
  noticeId!: string;

  @Column('text')
  way!: LetterWay;

  @Column('date', { name: 'handed_on' })
  handedOn!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
