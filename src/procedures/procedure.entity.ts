import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which version of a procedure is in force, and whether the office has moved its window. */
@Entity('procedure')
export class ProcedureRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'current_hash' })
  currentHash!: string;

  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt!: Date | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt!: Date | null;
}
