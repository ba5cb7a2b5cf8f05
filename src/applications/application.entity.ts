import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkflowState } from '#engine';

/** An application from its arrival on: the narrow columns that lists need. The answers are in its submissions. */
@Entity()
export class Application {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  number!: string;

  @Column('text', { name: 'procedure_id' })
  procedureId!: string;

  @Column('text', { name: 'version_hash' })
  versionHash!: string;

  @Column('uuid', { name: 'applicant_id' })
  applicantId!: string;

  @Column('uuid', { name: 'draft_id', unique: true })
  draftId!: string;

  /** The saved site of the applicant that it is about. */
  @Column('uuid', { name: 'site_id', nullable: true })
  siteId!: string | null;

  @Column('text')
  subject!: string;

  @Column('text', { name: 'applicant_name' })
  applicantName!: string;

  @Column('text', { name: 'once_key', nullable: true })
  onceKey!: string | null;

  /** False once refused, dismissed or withdrawn. */
  @Column('boolean', { default: true })
  living!: boolean;

  /** 紙申請: arrived on paper and was keyed in. */
  @Column('boolean', { default: false })
  paper!: boolean;

  @Column('text')
  stage!: string;

  /** The role whose turn it is, where it is one alone. */
  @Column('text', { name: 'stage_role', nullable: true })
  stageRole!: string | null;

  /** Every role whose turn it is; several while approvers in parallel have not all said yes. */
  @Column('text', { name: 'stage_roles', array: true, default: [] })
  stageRoles!: string[];

  @Column('text', { nullable: true })
  team!: string | null;

  /** When something happens by itself; null when nothing will. */
  @Column('timestamptz', { name: 'next_timer_at', nullable: true })
  nextTimerAt!: Date | null;

  @Column('boolean')
  open!: boolean;

  @Column('boolean', { name: 'on_hold', default: false })
  onHold!: boolean;

  /** Came back to a stage that had it before, and nobody has sent it on since. */
  @Column('boolean', { default: false })
  returned!: boolean;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column('timestamptz', { name: 'entered_at' })
  enteredAt!: Date;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId!: string | null;

  @Column('int', { name: 'warnings_count', default: 0 })
  warningsCount!: number;

  @Column('int', { name: 'submission_count', default: 1 })
  submissionCount!: number;

  @Column('int', { name: 'event_count', default: 0 })
  eventCount!: number;

  @Column('date', { name: 'correction_due_on', nullable: true })
  correctionDueOn!: string | null;

  /** Goes up with every change; what an official saw is compared with it. */
  @Column('int', { default: 0 })
  lock!: number;

  @Column('jsonb')
  state!: WorkflowState;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** Days of the processing clock until the office decided; null while open, and for what was withdrawn. */
  @Column('int', { name: 'processing_days', nullable: true })
  processingDays!: number | null;
}
