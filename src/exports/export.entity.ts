import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../http/language.js';
import type { ExportContent, ExportFault, ExportView } from './export.dto.js';

/** A table that somebody asked for, and what has become of it. */
@Entity('export')
export class Export {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('text')
  title!: string;

  @Column('jsonb')
  content!: ExportContent;

  @Column('text')
  language!: Language;

  /** Of the official as they were when they asked for it. */
  @Column('text')
  department!: string;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text')
  state!: ExportView['state'];

  /** Null until they are counted. */
  @Column('int', { nullable: true })
  total!: number | null;

  @Column('int', { default: 0 })
  done!: number;

  /** Each time that somebody takes it up. */
  @Column('int', { default: 0 })
  attempts!: number;

  /** When whoever makes it was last heard of. */
  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt!: Date | null;

  /** The first of them. */
  @Column('jsonb', { default: [] })
  faults!: ExportFault[];

  @Column('int', { name: 'fault_count', default: 0 })
  faultCount!: number;

  @Column('text', { name: 'file_name', nullable: true })
  fileName!: string | null;

  /** Null before it is made, and once its time is over. */
  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('int8', { nullable: true })
  bytes!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
