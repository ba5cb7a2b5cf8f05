import type { ProblemDetails } from '../../src/http/problem.dto.js';
import type { Answer } from '../server/support/visitor.js';
import type { TestApp } from '../server/support/test-app.js';
import type { StoredCase } from './judge.js';
import type { Office } from './office.js';

/** What people of the office should not get away with: each with the word of its refusal. */
export class Temptations {
  readonly tried = new Map<string, number>();
  readonly faults: string[] = [];

  constructor(
    private readonly test: TestApp,
    private readonly office: Office,
  ) {}

  /** Tries each with some of the applications as they stand this evening, and sees that nothing came of it. */
  async of(all: readonly StoredCase[]): Promise<void> {
    const own = {
      review: await this.step(all, 'jitan-9', 'second_review', 'shinomiya', 'recommend', { fields: {} }),
      inspection: await this.step(all, 'gold-sticker', 'inspection', 'kujo', 'record_conforming', {
        fields: {
          result: 'conforming',
          inspected_on: '2027-04-30',
          inspectors: '九条、十郷、百瀬',
          note: '22項目を確かめた。',
        },
      }),
    };
    const cases = all.filter(({ id }) => id !== own.review?.id && id !== own.inspection?.id);
    const before = await this.histories();
    const at = (procedure: string, stage: string): StoredCase | undefined =>
      cases.find((one) => one.procedure_id === procedure && one.stage === stage && !one.on_hold);
    const grant = { fields: { payment_on: '2027-06-01' } };

    const decision = at('jitan-9', 'decision');
    await this.tempt('an outside reviewer decides', 'role-missing', decision, 'ichii', 'approve', grant);
    await this.tempt('the call centre acts', 'role-missing', at('jitan-9', 'first_review'), 'chiba', 'pass');
    await this.tempt(
      'the auditor acts',
      'role-missing',
      at('gold-sticker', 'document_review'),
      'manda',
      'pass',
    );
    await this.tempt(
      'an accountant reviews',
      'role-missing',
      at('jitan-9', 'second_review'),
      'yashiro',
      'recommend',
      {
        fields: {},
      },
    );
    await this.tempt(
      'an inspector looks into a grant',
      'not-found',
      at('jitan-9', 'first_review'),
      'togo',
      'pass',
    );
    await this.tempt(
      'an action of another stage',
      'action-not-available',
      at('jitan-9', 'first_review'),
      'nikaido',
      'recommend',
    );
    const back = { reason: '再確認' };
    await this.tempt(
      'back without a word to the applicant',
      'public-reason-required',
      cases.find((one) => one.stage === 'second_review' && one.procedure_id === 'jitan-9' && !one.on_hold),
      'mita',
      'send_back',
      back,
    );
    await this.tempt(
      'a correction of nothing',
      'targets-required',
      at('jitan-9', 'first_review'),
      'nikaido',
      'ask_correction',
    );
    await this.tempt(
      'a step on what is put aside',
      'on-hold',
      cases.find((one) => one.open && one.on_hold),
      null,
      null,
    );
    await this.tempt(
      'a step after the end',
      'already-final',
      cases.find(({ stage }) => stage === 'paid'),
      'yashiro',
      'record_paid',
      {
        fields: { paid_on: '2027-04-30' },
      },
    );
    await this.tempt('one’s own review approved', 'four-eyes', own.review, 'shinomiya', 'approve', grant);
    await this.tempt('one’s own inspection certified', 'four-eyes', own.inspection, 'kujo', 'certify');
    await this.tempt(
      'by what was seen yesterday',
      'application-changed',
      at('jitan-9', 'first_review'),
      'nikaido',
      'pass',
      {},
      -1,
    );

    const after = await this.histories();
    if (after !== before) this.faults.push('A refusal left something behind.');
  }

  private async tempt(
    what: string,
    code: string,
    one: StoredCase | undefined,
    login: string | null,
    action: string | null,
    given: object = {},
    older = 0,
  ): Promise<void> {
    const times = this.tried.get(what) ?? 0;
    this.tried.set(what, times);
    if (!one) return;
    const [row] = await this.test.dataSource.query<[{ lock: number; stage_role: string | null }]>(
      'select lock, stage_role from application where id = $1',
      [one.id],
    );
    const who = login ?? this.holderOf(one.procedure_id, row.stage_role);
    const step = action ?? this.firstAction(one.stage);
    if (who === undefined || (older !== 0 && row.lock === 0)) return;
    const answer: Answer<unknown> = await this.office.take(
      this.office.official(who),
      { id: one.id, lock: row.lock + older },
      step,
      given,
    );
    const told = (answer.body as ProblemDetails).code;
    if (told !== code)
      this.faults.push(`${what}: ${one.number} in ${one.stage} answered ${answer.status} ${told}`);
    this.tried.set(what, times + 1);
  }

  /** Something good and proper, from which the temptation comes. @returns the application as it stands then */
  private async step(
    cases: readonly StoredCase[],
    procedure: string,
    stage: string,
    login: string,
    action: string,
    given: object,
  ): Promise<StoredCase | undefined> {
    const one = cases.find(
      ({ procedure_id: id, stage: stands, on_hold: held, payable }) =>
        id === procedure && stands === stage && !held && payable !== 0,
    );
    if (!one) return undefined;
    const official = this.office.official(login);
    const answer = await this.office.take(official, await this.office.open(official, one.id), action, given);
    if (answer.status !== 200) this.faults.push(`${login} ${action}: ${JSON.stringify(answer.body)}`);
    return { ...one, stage: 'decision' };
  }

  private holderOf(procedure: string, role: string | null): string | undefined {
    return this.office.officials.find(({ roles }) => roles[procedure]?.includes(role ?? ''))?.login;
  }

  private firstAction(stage: string): string {
    const names: Readonly<Record<string, string>> = {
      first_review: 'pass',
      second_review: 'recommend',
      fast_review: 'confirm_prior',
      investigation: 'report',
      decision: 'send_back',
      refusal_decision: 'send_back',
      payout: 'record_failed',
      document_review: 'pass',
      visit_scheduling: 'schedule',
      inspection: 'reschedule',
      correction: 'resume',
      remediation: 'resume_inspection',
    };
    return names[stage] ?? 'pass';
  }

  private async histories(): Promise<string> {
    const [{ lines }] = await this.test.dataSource.query<[{ lines: string }]>(
      'select count(*)::text as lines from application_event',
    );
    return lines;
  }
}
