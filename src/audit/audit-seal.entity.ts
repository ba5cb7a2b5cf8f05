import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signature over a batch of events and over the seal before. A trigger refuses every change. */
@Entity('audit_seal')
export class AuditSeal {
  /** 1, 2, 3 … without a gap. */
  @PrimaryColumn('int')
  number!: number;

  /** Canonical JSON of a `Seal`. */
  @Column('text')
  body!: string;

  /** Ed25519 over the bytes of `body`. */
  @Column('bytea')
  signature!: Buffer;

  @Column('text', { name: 'key_id' })
  keyId!: string;

  /** Every event of an earlier transaction is in this seal or in one before. */
  @Column('int8', { name: 'upto_xid' })
  uptoXid!: string;
}
