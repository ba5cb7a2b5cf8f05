import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A department (部局, 課, 班 …) of the office, below another or at the top. */
@Entity()
export class Department {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('text', { name: 'name_ja' })
  nameJa!: string;

  @Column('text', { name: 'name_en' })
  nameEn!: string;

  /** With the names of those above it: 商工労働部 協力金審査班. */
  @Column('text', { name: 'full_ja' })
  fullJa!: string;

  @Column('text', { name: 'full_en' })
  fullEn!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
