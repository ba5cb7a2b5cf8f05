import { describe, expect, it } from '@jest/globals';
import { operationFor, type PartChange } from '../../builder-ui/src/workflow/part-change.js';
import { selectionAt, type Selection } from '../../builder-ui/src/workflow/selection.js';
import type { Members } from '../../builder-ui/src/workflow/draft-workflow.js';
import { emptyOf, resolved, schemaOf, wordsOf } from '../../builder-ui/src/workflow/workflow-schema.js';

const stage: Selection = { kind: 'stage', stage: 'review' };
const action: Selection = { kind: 'action', stage: 'review', name: 'pass' };
const review: Selection = { kind: 'review' };

describe('a change in the inspector is one operation', () => {
  it.each<readonly [title: string, at: Selection, value: Members, change: PartChange, operation: unknown]>([
    [
      'a sentence of the public status',
      stage,
      { publicStatus: { label: '審査中', tone: 'progress' } },
      { kind: 'set', path: ['publicStatus', 'label'], value: '確認中' },
      {
        kind: 'set-part',
        part: { of: 'stages', name: 'review' },
        keyword: 'publicStatus',
        value: { label: '確認中', tone: 'progress' },
      },
    ],
    [
      'a due day that is taken away',
      stage,
      { dueWorkingDays: 5 },
      { kind: 'set', path: ['dueWorkingDays'], value: null },
      { kind: 'set-part', part: { of: 'stages', name: 'review' }, keyword: 'dueWorkingDays', value: null },
    ],
    [
      'one more route',
      action,
      { routes: [{ to: 'a' }] },
      { kind: 'insert', path: ['routes'], value: { to: 'b' } },
      { kind: 'add-entry', list: { of: 'routes', stage: 'review', action: 'pass' }, value: { to: 'b' } },
    ],
    [
      'the condition of a route',
      action,
      { routes: [{ to: 'a' }, { to: 'b' }] },
      { kind: 'set', path: ['routes', 0, 'when'], value: 'x > 1' },
      {
        kind: 'set-entry',
        list: { of: 'routes', stage: 'review', action: 'pass' },
        index: 0,
        value: { to: 'a', when: 'x > 1' },
      },
    ],
    [
      'a route further up',
      action,
      { routes: [{ to: 'a' }, { to: 'b' }] },
      { kind: 'move', path: ['routes', 1], to: 0 },
      { kind: 'move-entry', list: { of: 'routes', stage: 'review', action: 'pass' }, index: 1, to: 0 },
    ],
    [
      'an approver less',
      stage,
      { approvers: { order: 'serial', steps: [{ role: 'a' }, { role: 'b' }] } },
      { kind: 'remove', path: ['approvers', 'steps', 1] },
      { kind: 'remove-entry', list: { of: 'steps', stage: 'review' }, index: 1 },
    ],
    [
      'the title of a role',
      review,
      { roles: { clerk: { title: '係員' } } },
      { kind: 'set', path: ['roles', 'clerk', 'title'], value: '担当' },
      { kind: 'set-part', part: { of: 'roles', name: 'clerk' }, keyword: 'title', value: '担当' },
    ],
    [
      'a new role',
      review,
      { roles: {} },
      { kind: 'set', path: ['roles', 'role_2'], value: { title: '役割' } },
      { kind: 'add-part', part: { of: 'roles', name: 'role_2' }, value: { title: '役割' } },
    ],
    [
      'where it begins',
      review,
      { start: 'a' },
      { kind: 'set', path: ['start'], value: 'b' },
      { kind: 'set-start', stage: 'b' },
    ],
    [
      'a column of the lists',
      review,
      { lists: { fields: ['a', 'b'] } },
      { kind: 'remove', path: ['lists', 'fields', 0] },
      { kind: 'set-workflow', keyword: 'lists', value: { fields: ['b'] } },
    ],
    [
      'a field that staff fill in',
      action,
      {},
      { kind: 'set', path: ['requires', 'fields', 'properties', 'note'], value: { type: 'string' } },
      {
        kind: 'set-part',
        part: { of: 'actions', stage: 'review', name: 'pass' },
        keyword: 'requires',
        value: { fields: { properties: { note: { type: 'string' } } } },
      },
    ],
  ])('%s', (_title, at, value, change, operation) => {
    expect(operationFor(at, value, change)).toEqual(operation);
  });
});

describe('what the inspector is made of', () => {
  it('finds the place of a problem', () => {
    expect(selectionAt('workflow.json#/stages/review/actions/pass/routes/0/when')).toEqual(action);
    expect(selectionAt('workflow.json#/stages/review/publicStatus')).toEqual(stage);
    expect(selectionAt('workflow.json#/highlights/0')).toEqual(review);
    expect(selectionAt('tables/x.csv')).toBeNull();
  });

  it('takes its labels from the schema of the file, in both languages', () => {
    const due = schemaOf(stage).properties?.['dueWorkingDays'] ?? {};
    expect(wordsOf(due, 'dueWorkingDays', 'ja')).toEqual({ label: '開庁日で数える期限', support: null });
    expect(wordsOf(due, 'dueWorkingDays', 'en')).toEqual({ label: 'Due in working days', support: null });
    const routes = resolved(schemaOf(action).properties?.['routes'] ?? {});
    expect(wordsOf(routes, 'routes', 'ja').label).toBe('行き先');
  });

  it.each([
    ['手数料の説明。なければ書かない（null）', { label: '手数料の説明', support: 'なければ書かない' }],
    [
      'だれの手続か：個人（individual）・事業者（business）',
      { label: 'だれの手続か', support: '個人・事業者' },
    ],
    [
      '標準処理期間（日数）。補正の間は数えない',
      { label: '標準処理期間', support: '日数。補正の間は数えない' },
    ],
    ['根拠（要綱）', { label: '根拠', support: '要綱' }],
  ])('says %s without what only the file needs', (description, words) => {
    expect(wordsOf({ description }, 'x', 'ja')).toEqual(words);
  });

  it('begins a new entry with what it must have', () => {
    const steps = schemaOf(stage).properties?.['approvers'] ?? {};
    expect(emptyOf(steps)).toEqual({ order: 'serial', steps: [] });
  });
});
