import type { Edits } from '../../engine/versions/small-version.js';

/** A review with corrections, and with something to do after the decision. */
export const circuit: Edits = {
  'workflow.json#/stages/review/actions/ask': {
    title: '補正を求める',
    requires: { targets: true },
    routes: [{ to: 'correction' }],
  },
  'workflow.json#/stages/correction': {
    kind: 'correction',
    title: '補正待ち',
    dueWorkingDays: 5,
    clock: 'stops',
    publicStatus: { label: '補正待ち', explanation: '直していただきたい項目があります。', tone: 'waiting' },
    actions: { resubmit: { title: '提出する', by: 'applicant', routes: [{ to: '@origin' }] } },
  },
  'workflow.json#/stages/decision/actions/grant/routes': [{ to: 'payout' }],
  'workflow.json#/stages/payout': {
    kind: 'waiting',
    title: '支払待ち',
    role: 'approver',
    publicStatus: { label: '支払の準備中', explanation: '支払の準備をしています。', tone: 'progress' },
    actions: { paid: { title: '支払った', routes: [{ to: 'granted' }] } },
  },
};
/** A question that must be answered. */
export const owner: Edits = {
  'form.schema.json#/properties/store/properties/owner': { type: 'string', title: '代表者', maxLength: 80 },
  'form.schema.json#/properties/store/required': ['name', 'kind', 'owner'],
};
/** Another word, and nothing else. */
export const words: Edits = { 'form.schema.json#/properties/store/properties/tel/title': 'お店の電話番号' };
