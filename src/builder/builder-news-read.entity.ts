import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Up to which entry an official has read what is new in the builder. */
@Entity('builder_news_read')
export class BuilderNewsRead {
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  entry!: string;

  @Column('timestamptz')
  at!: Date;
}
