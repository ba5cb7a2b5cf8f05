import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version came into force: when, how, and by whom. */
@Entity('procedure_release')
export class ProcedureRelease {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('text')
  hash!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  kind!: 'folder' | 'publication' | 'roll-back';

  @Column('uuid', { name: 'by_id', nullable: true })
  byId!: string | null;

  @Column('uuid', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
