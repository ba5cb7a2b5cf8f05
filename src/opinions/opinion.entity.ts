import { Column, Entity, PrimaryColumn } from 'typeorm';

export type Standpoint = 'clear' | 'conditions' | 'objection';

/** 意見照会: what one office asks another about an application, and what that one answers. */
@Entity()
export class Opinion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** The office that is asked; those below it are part of it. */
  @Column('uuid', { name: 'department_id' })
  departmentId!: string;

  /** Who of it answers; null as long as nobody has taken it on. */
  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId!: string | null;

  @Column('text')
  question!: string;

  /** Paths of the questions whose answers, and files, the office may see. */
  @Column('text', { array: true })
  shared!: string[];

  /** The submission that stood when it was asked. */
  @Column('int', { name: 'submission_n' })
  submissionN!: number;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('text', { default: 'asked' })
  state!: 'asked' | 'answered' | 'withdrawn';

  @Column('uuid', { name: 'asked_by_id' })
  askedById!: string;

  /** Department of who asked, as it was then. */
  @Column('text', { name: 'asked_from' })
  askedFrom!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('uuid', { name: 'again_of_id', nullable: true })
  againOfId!: string | null;

  @Column('text', { nullable: true })
  standpoint!: Standpoint | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** Null where it ended with the case. */
  @Column('uuid', { name: 'ended_by_id', nullable: true })
  endedById!: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;
}
