import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The public half of a key that seals were signed with. A trigger refuses every change. */
@Entity('audit_key')
export class AuditKey {
  /** SHA-256 of the public key (SPKI, DER), in hexadecimal. */
  @PrimaryColumn('text')
  id!: string;

  /** PEM. */
  @Column('text', { name: 'public_key' })
  publicKey!: string;

  @Column('timestamptz', { name: 'first_at' })
  firstAt!: Date;
}
