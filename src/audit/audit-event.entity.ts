import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change, or one look at somebody's data. A trigger refuses every change. */
@Entity('audit_event')
export class AuditEvent {
  @PrimaryColumn('uuid')
  id!: string;

  /** Transaction that wrote it. The database sets it. */
  @Column('int8')
  xid!: string;

  /** Canonical JSON of an `AuditEntry` with its id and moment. */
  @Column('text')
  body!: string;
}
