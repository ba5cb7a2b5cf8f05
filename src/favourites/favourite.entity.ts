import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an account wants to find again and to hear news about. */
@Entity()
export class Favourite {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId!: string;

  @PrimaryColumn('text')
  kind!: 'category' | 'procedure';

  /** The category's name, or the procedure's id. */
  @PrimaryColumn('text')
  name!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
