import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeInput } from '../notices/notice-renderer.js';

export type DrawnLetter = Pick<NoticeInput, 'model' | 'issuedOn' | 'author' | 'reference'>;

/** A letter that a batch would send, with what may be odd about it. Gone once the batch has ended. */
@Entity('batch_letter')
export class BatchLetter {
  @PrimaryColumn('uuid', { name: 'batch_id' })
  batchId!: string;

  /** Row of the batch. */
  @PrimaryColumn('int')
  n!: number;

  /** Which of the row's letters. */
  @PrimaryColumn('int')
  k!: number;

  @Column('text')
  kind!: 'message' | 'notice';

  @Column('text')
  title!: string;

  /** Null where it cannot be written; `fault` says why, naming placeholders and no values. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text', { nullable: true })
  fault!: string | null;

  /** What its page is drawn from; null where it cannot be written. */
  @Column('jsonb', { nullable: true })
  drawn!: DrawnLetter | null;

  /** Places where nothing stands. */
  @Column('int')
  blanks!: number;

  /** Characters that few fonts have. */
  @Column('text')
  rare!: string;

  @Column('int', { name: 'name_length' })
  nameLength!: number;

  @Column('int')
  lines!: number;

  /** The largest amount in yen that it names. */
  @Column('numeric', { nullable: true })
  amount!: string | null;
}
