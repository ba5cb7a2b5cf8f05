import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A list that an official has saved for themselves. */
@Entity('desk_view')
export class SavedDeskView {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  title!: string;

  @Column('jsonb')
  place!: Readonly<Record<string, unknown>>;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
