import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of an application's history. A trigger refuses every change. */
@Entity('application_event')
export class ApplicationEvent {
  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId!: string;

  @PrimaryColumn('int')
  seq!: number;

  @Column('timestamptz')
  at!: Date;

  /** As the engine's history, and `assigned`. */
  @Column('text')
  type!: string;

  @Column('text', { name: 'from_stage', nullable: true })
  fromStage!: string | null;

  @Column('text', { name: 'to_stage' })
  toStage!: string;

  @Column('text', { nullable: true })
  action!: string | null;

  @Column('text', { name: 'actor_kind' })
  actorKind!: 'staff' | 'applicant' | 'system';

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { nullable: true })
  role!: string | null;

  /** Id of the absent colleague whose role was used. */
  @Column('text', { name: 'on_behalf_of', nullable: true })
  onBehalfOf!: string | null;

  /** Who did it in the applicant's name (代理). */
  @Column('text', { name: 'agent_name', nullable: true })
  agentName!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'public_reason', nullable: true })
  publicReason!: string | null;

  /** What the one who handed the case over told the next (`assigned`). */
  @Column('text', { nullable: true })
  note!: string | null;
}
