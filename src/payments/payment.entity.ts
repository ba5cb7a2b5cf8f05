import { Column, Entity, PrimaryColumn } from 'typeorm';

export type PaymentState = 'listed' | 'ready' | 'out' | 'paid' | 'failed';

/** One application of a batch, with what is paid for it as it was looked at. */
@Entity()
export class Payment {
  @PrimaryColumn('uuid', { name: 'batch_id' })
  batchId!: string;

  @PrimaryColumn('int')
  n!: number;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'applicant_id' })
  applicantId!: string;

  /** By what the bank's answer names it. */
  @Column('int8', { unique: true })
  reference!: string;

  @Column('text')
  state!: PaymentState;

  @Column('int', { nullable: true })
  lock!: number | null;

  @Column('int8', { nullable: true })
  amount!: string | null;

  /** `Account` as JSON, encrypted. */
  @Column('bytea', { nullable: true })
  account!: Buffer | null;

  /** The same for the same account, and nothing else can be read from it. */
  @Column('text', { name: 'account_mark', nullable: true })
  accountMark!: string | null;

  @Column('text', { name: 'new_code', nullable: true })
  newCode!: '0' | '1' | '2' | null;

  @Column('text', { nullable: true })
  digest!: string | null;

  @Column('jsonb')
  findings!: readonly Finding[];

  /** Why it was taken out. */
  @Column('jsonb', { name: 'out_reason', nullable: true })
  outReason!: OutReason | null;

  /** What the bank says of it. */
  @Column('jsonb', { nullable: true })
  reported!: Reported | null;

  /** What became of that: `done`, or the code of a refusal. */
  @Column('jsonb', { nullable: true })
  outcome!: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> } | null;

  @Column('date', { name: 'settled_on', nullable: true })
  settledOn!: string | null;
}

/** An account as the file to the bank names it. */
export interface Account {
  readonly bank: string;
  readonly bankName: string;
  readonly branch: string;
  readonly branchName: string;
  readonly type: string;
  readonly number: string;
  readonly holder: string;
}

/** What somebody must know before it is paid; `stop` takes it out, a warning is accepted by name or it is taken out. */
export interface Finding {
  readonly code: string;
  readonly level: 'stop' | 'warning';
  readonly params: Readonly<Record<string, string | number>>;
  readonly accepted: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

export interface OutReason {
  /** Of a finding, or `taken-out` with a person's words. */
  readonly code: string;
  readonly reason?: string;
  readonly by?: string;
}

export interface Reported {
  readonly result: 'paid' | 'failed';
  /** The day of the payment or of the return. */
  readonly on: string;
  /** Why it came back, see `return-codes.ts`; null when it was paid. */
  readonly code: string | null;
  readonly note: string;
  /** In whose name it is carried out. */
  readonly by: string;
}
