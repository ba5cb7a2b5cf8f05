import {
  type Answers,
  compareVersions,
  type RunnableVersion,
  type StoredApplication,
  type StoredDraft,
  type Version,
  type VersionComparison,
  type WorkflowState,
} from '#engine';
import { buildPageValidators } from '../../../src/procedures/page-validators.js';
import { type Edits, version } from './small-version.js';

export function runnable(of: Version, hash: string): RunnableVersion {
  return { ...of, hash, validators: buildPageValidators(of.procedure.form).functions };
}

export const original = runnable(version(), 'old');

export function edited(edits: Edits): RunnableVersion {
  return runnable(version(edits), 'new');
}

export function comparison(edits: Edits): VersionComparison {
  return compareVersions(original, edited(edits));
}

/** A finished set of answers; `amount` comes out as 43,000. */
export const answers: Answers = {
  store: { name: '北食堂', kind: 'cafe', tel: '0612345678', fax: '06-1234', seats: 20, chain: false },
  sales: {
    band: 'A',
    rows: [
      { _id: 'r1', month: '10', yen: 10000 },
      { _id: 'r2', month: '11', yen: 20000 },
    ],
    amount: 43000,
  },
};

export function draft(given: Answers = answers): StoredDraft {
  return { id: 'd1', kind: 'draft', version: 'old', answers: given };
}

export function application(stage = 'review', more: Partial<WorkflowState> = {}): StoredApplication {
  const state: WorkflowState = {
    stage,
    enteredAt: '2021-11-05T10:00:00+09:00',
    dueOn: '2021-11-19',
    hold: null,
    correction: null,
    actors: { review: ['sato'] },
    staff: {},
    checks: [],
    correctionCount: 0,
    reason: null,
    publicReason: null,
    approvals: [],
    team: null,
    timersFired: [],
    extendedDays: 0,
    ...more,
  };
  return { id: 'a1', kind: 'application', version: 'old', answers, state, submittedOn: '2021-11-05' };
}
