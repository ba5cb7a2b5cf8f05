import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ListPlace } from './saved-view.dto.js';

/** A list that an official has saved for themselves. */
@Entity('desk_view')
export class SavedView {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  title!: string;

  @Column('jsonb')
  place!: ListPlace;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
