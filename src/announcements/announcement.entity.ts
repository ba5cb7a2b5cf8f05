import { Column, Entity, PrimaryColumn } from 'typeorm';

/** News of the office to those who apply. What was published is never rewritten; a mistake is taken down by its end. */
@Entity()
export class Announcement {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  /** Paragraphs, parted by empty lines. */
  @Column('text')
  body!: string;

  /** Null together with `bodyEn`: nobody translated it. */
  @Column('text', { name: 'title_en', nullable: true })
  titleEn!: string | null;

  @Column('text', { name: 'body_en', nullable: true })
  bodyEn!: string | null;

  /** Goes to everybody by mail, whatever they chose. */
  @Column('boolean', { default: false })
  important!: boolean;

  /** Null: for both. */
  @Column('text', { nullable: true })
  audience!: 'individual' | 'business' | null;

  @Column('text', { nullable: true })
  category!: string | null;

  @Column('text', { name: 'procedure_id', nullable: true })
  procedureId!: string | null;

  @Column('timestamptz', { name: 'published_at', default: () => 'now()' })
  publishedAt!: Date;

  /** From then on it is no longer shown, and no further mail leaves. */
  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  /** The last account that was given its mail. */
  @Column('uuid', { name: 'spread_after', nullable: true })
  spreadAfter!: string | null;

  /** Since when all who wanted it have their mail owed. */
  @Column('timestamptz', { name: 'spread_at', nullable: true })
  spreadAt!: Date | null;
}
