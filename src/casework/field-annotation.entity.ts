import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 項目注釈: what one official found of one answer. */
@Entity()
export class FieldAnnotation {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  /** JSON Pointer with rows by their ids. */
  @PrimaryColumn('text')
  path!: string;

  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  mark!: 'checked' | 'question' | 'defect';

  @Column('text')
  note!: string;

  /** Of the answer it was said of: another answer makes it out of date. */
  @Column('text', { name: 'value_hash' })
  valueHash!: string;

  @Column('timestamptz')
  at!: Date;
}
