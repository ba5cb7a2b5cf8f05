import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Contribution } from './contribution.js';

/** What an application adds to the counts now. */
@Entity('statistics_application')
export class StatisticsApplication {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('jsonb')
  rows!: Contribution[];
}
