import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By what an application is found to be related to others; what a correction has changed stays. Never shown. */
@Entity('application_trait')
export class StoredTrait {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @PrimaryColumn('text')
  kind!: 'phone' | 'address' | 'account' | 'corporation' | 'permit';

  @PrimaryColumn('text')
  value!: string;

  /** Dotted path of the question. */
  @Column('text')
  path!: string;
}
