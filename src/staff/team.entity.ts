import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Officials of a department who work together. */
@Entity()
export class Team {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'department_id' })
  departmentId!: string;

  @Column('text', { name: 'name_ja' })
  nameJa!: string;

  @Column('text', { name: 'name_en' })
  nameEn!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
