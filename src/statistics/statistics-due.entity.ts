import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An application is to be counted anew. The database writes it with each line of a history. */
@Entity('statistics_due')
export class StatisticsDue {
  @PrimaryColumn('int8')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;
}
