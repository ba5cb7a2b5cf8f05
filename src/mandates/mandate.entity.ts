import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Bilingual } from '../http/refusal.js';

/** 委任: an agent may act for an applicant in one procedure, or in one application, until a day. */
@Entity()
export class Mandate {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'principal_id' })
  principalId!: string;

  /** The address that was asked. */
  @Column('text', { name: 'agent_mail' })
  agentMail!: string;

  /** The same in lower case: the account with this address may accept. */
  @Column('text', { name: 'agent_key' })
  agentKey!: string;

  /** As whom the agent accepted. */
  @Column('uuid', { name: 'agent_id', nullable: true })
  agentId!: string | null;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  /** Null for everything of the procedure. */
  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  /** Title of the procedure when it was asked. */
  @Column('jsonb')
  titles!: Bilingual;

  /** The last day, in Japan. */
  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  @Column('text', { default: 'invited' })
  state!: 'invited' | 'accepted' | 'declined' | 'revoked';

  /** In which the principal is written to. */
  @Column('text')
  language!: 'ja' | 'en';

  @Column('text', { name: 'agent_language', nullable: true })
  agentLanguage!: 'ja' | 'en' | null;

  @Column('timestamptz', { name: 'invited_at', default: () => 'now()' })
  invitedAt!: Date;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  /** Who ended it before its last day; null for those ended before this was noted. */
  @Column('text', { name: 'revoked_by', nullable: true })
  revokedBy!: 'principal' | 'agent' | null;
}
