import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Content that somebody wants to be published, and what became of it. */
@Entity('publication_request')
export class PublicationRequest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('uuid', { name: 'draft_id', nullable: true })
  draftId!: string | null;

  @Column('text')
  title!: string;

  /** Of the files: what is agreed to is this and nothing else. */
  @Column('text')
  hash!: string;

  @Column('jsonb')
  files!: Record<string, string>;

  /** The version in force when it was asked for. */
  @Column('text', { name: 'base_hash', nullable: true })
  baseHash!: string | null;

  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy!: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  /** Who changed the draft last: may not agree, like the one who asks. */
  @Column('uuid', { name: 'written_by', nullable: true })
  writtenBy!: string | null;

  @Column('text')
  note!: string;

  /** How many must agree. */
  @Column('int')
  needed!: number;

  @Column('text')
  state!: 'asked' | 'planned' | 'published' | 'declined' | 'withdrawn' | 'void' | 'failed';

  /** Null: as soon as it is agreed to. */
  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
