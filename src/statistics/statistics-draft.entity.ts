import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many drafts were left at a page. */
@Entity('statistics_draft')
export class StatisticsDraft {
  @PrimaryColumn('text', { name: 'procedure_id' })
  procedureId!: string;

  /** Empty for those in which nothing was answered. */
  @PrimaryColumn('text')
  page!: string;

  @Column('int')
  count!: number;

  @Column('timestamptz')
  at!: Date;
}
