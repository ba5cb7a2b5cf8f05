import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many of a kind there were on a day. */
@Entity('statistics_count')
export class StatisticsCount {
  @PrimaryColumn('text', { name: 'procedure_id' })
  procedureId!: string;

  @PrimaryColumn('text')
  kind!: string;

  /** Civil date in Japan. */
  @PrimaryColumn('date')
  day!: string;

  @PrimaryColumn('text')
  key!: string;

  /** Days, of what takes days; otherwise 0. */
  @PrimaryColumn('int')
  bucket!: number;

  @Column('int')
  count!: number;
}
