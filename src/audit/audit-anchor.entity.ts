import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The newest seal of a day, on its way out of the house. */
@Entity('audit_anchor')
export class AuditAnchor {
  @PrimaryColumn('uuid')
  id!: string;

  /** Civil date in Japan. */
  @Column('date')
  day!: string;

  @Column('int')
  seal!: number;

  /** Canonical JSON of an `Anchor`: the line that is given out. */
  @Column('text')
  body!: string;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;
}
