import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the answers that a request for correction was about. The request itself is forgotten once it is answered. */
@Entity('correction_point')
export class CorrectionPoint {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Line of the history by which it was asked. */
  @PrimaryColumn('int')
  seq!: number;

  @PrimaryColumn('int')
  n!: number;

  /** Dotted, as of a question: `sales.rows[].amount`. */
  @Column('text')
  path!: string;

  /** Code of the ready sentence that was used; null for words of one's own. */
  @Column('text', { nullable: true })
  reason!: string | null;
}
