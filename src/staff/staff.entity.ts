import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An official. What one may do is in `staff_role`, by procedure. */
@Entity()
export class Staff {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  login!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'department_id' })
  departmentId!: string;

  @Column('text', { nullable: true })
  mail!: string | null;

  /** Set by an administrator: it opens nothing but the choice of one's own. */
  @Column('boolean', { name: 'password_temporary', default: false })
  passwordTemporary!: boolean;

  @Column('timestamptz', { name: 'password_ends_at', nullable: true })
  passwordEndsAt!: Date | null;

  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true })
  lastSignInAt!: Date | null;

  @Column('timestamptz', { name: 'previous_sign_in_at', nullable: true })
  previousSignInAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('text', { name: 'disabled_reason', nullable: true })
  disabledReason!: string | null;

  /** Raised by every change of an administrator. */
  @Column('int', { default: 0 })
  lock!: number;
}
