import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Applications under review follow a new version of their procedure, one by one. */
@Entity('application_move')
export class ApplicationMove {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('text', { name: 'from_hash' })
  fromHash!: string;

  @Column('text', { name: 'to_hash' })
  toHash!: string;

  /** Who asked for the publication; null for the installation itself. */
  @Column('uuid', { name: 'by_id', nullable: true })
  byId!: string | null;

  /** How many were under review when it began. */
  @Column('int')
  total!: number;

  /** `stopped`: another version came into force before it was through. */
  @Column('text')
  state!: 'running' | 'done' | 'stopped' | 'taking-back' | 'taken-back';

  @Column('timestamptz', { name: 'begun_at' })
  begunAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { name: 'back_by_id', nullable: true })
  backById!: string | null;

  @Column('text', { name: 'back_reason', nullable: true })
  backReason!: string | null;
}
