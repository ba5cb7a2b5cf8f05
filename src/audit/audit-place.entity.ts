import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where an event stands among the sealed. A trigger refuses every change. */
@Entity('audit_place')
export class AuditPlace {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId!: string;

  @Column('int')
  seal!: number;

  /** From 0. */
  @Column('int')
  pos!: number;

  /** Hash of the event as it was when it was sealed: tells which of a batch was changed later. */
  @Column('bytea')
  leaf!: Buffer;
}
