import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Validator of a page of a draft, served to the builder by the hash of its content. Goes after a day. */
@Entity('draft_validator')
export class DraftValidator {
  @PrimaryColumn('text')
  hash!: string;

  @Column('text')
  code!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
