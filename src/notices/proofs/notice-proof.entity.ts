import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What everybody may read of a notice who holds it. Nothing here is about a person but what its author chose. */
export interface ProofWords {
  readonly title: string;
  readonly procedure: string;
  readonly department: string;
  readonly documentNumber: string | null;
  /** Civil date. */
  readonly issuedOn: string;
  /** The notice's `public` line; null where it has none. */
  readonly public: string | null;
  /** Last day on which it holds; null: until it is called back. */
  readonly until: string | null;
}

/** The 決裁 that led to a notice. */
export interface ProofDecision {
  readonly action: string;
  /** Each yes, in order; the last one decided. */
  readonly by: readonly { readonly id: string; readonly at: string }[];
}

/** By what a notice can be proved. Begun before it is drawn; whole once it is handed out, and never changed then. */
@Entity('notice_proof')
export class NoticeProof {
  @PrimaryColumn('uuid', { name: 'notice_id' })
  noticeId!: string;

  @Column('text')
  token!: string;

  @Column('text')
  address!: string;

  @Column('jsonb')
  words!: ProofWords;

  @Column('jsonb', { nullable: true })
  decision!: ProofDecision | null;

  @Column('text', { name: 'seal_sha256', nullable: true })
  sealSha256!: string | null;

  @Column('text', { name: 'drawn_sha256', nullable: true })
  drawnSha256!: string | null;

  @Column('text', { name: 'pdf_sha256', nullable: true })
  pdfSha256!: string | null;

  @Column('text', { nullable: true })
  level!: 'none' | 'B-B' | 'B-T' | null;

  @Column('text', { nullable: true })
  signer!: string | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  @Column('timestamptz', { name: 'stamped_at', nullable: true })
  stampedAt!: Date | null;
}
