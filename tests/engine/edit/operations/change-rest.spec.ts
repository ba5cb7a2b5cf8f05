import { describe, expect, it } from '@jest/globals';
import type { Operation } from '../../../../src/engine/edit/operations/operation.js';
import { smallFolder } from '../small-folder.js';
import { after, changes, refusal, type Table } from './small-changes.js';

describe('an operation on the review', () => {
  const table: Table = [
    [
      'adds a stage before another',
      {
        kind: 'add-part',
        part: { of: 'stages', name: 'refused' },
        value: { kind: 'final', title: '不決定', outcome: 'refused' },
        before: 'granted',
      },
      [
        'workflow.json + "refused": {',
        'workflow.json + "kind": "final",',
        'workflow.json + "title": "不決定",',
        'workflow.json + "outcome": "refused"',
      ],
    ],
    [
      'adds the first timer of a stage',
      {
        kind: 'add-part',
        part: { of: 'timers', stage: 'decision', name: 'remind' },
        value: { afterWorkingDays: 3 },
      },
      [
        'workflow.json + },',
        'workflow.json + "timers": {',
        'workflow.json + "remind": { "afterWorkingDays": 3 }',
      ],
    ],
    [
      'removes an action',
      { kind: 'remove-part', part: { of: 'actions', stage: 'decision', name: 'approve' } },
      [
        'workflow.json - "approve": {',
        'workflow.json - "title": "決定", "notActorOf": ["review"], "when": "staff.pass.note != \\"pass\\"",',
        'workflow.json - "routes": [{ "to": "granted" }], "effects": [{ "notice": "grant" }]',
        'workflow.json + "actions": {}',
      ],
    ],
    [
      'sets when a stage is due',
      {
        kind: 'set-part',
        part: { of: 'stages', name: 'decision' },
        keyword: 'dueWorkingDays',
        value: 5,
      },
      ['workflow.json + },', 'workflow.json + "dueWorkingDays": 5'],
    ],
    [
      'puts a route before the one that always holds',
      {
        kind: 'add-entry',
        list: { of: 'routes', stage: 'decision', action: 'approve' },
        index: 0,
        value: { when: 'sales.amount > 9', to: 'review' },
      },
      [
        'workflow.json - "routes": [{ "to": "granted" }], "effects": [{ "notice": "grant" }]',
        'workflow.json + "routes": [{ "when": "sales.amount > 9", "to": "review" }, { "to": "granted" }], "effects": [{ "notice": "grant" }]',
      ],
    ],
    [
      'changes a ready sentence',
      {
        kind: 'set-entry',
        list: { of: 'reasons' },
        index: 0,
        value: { code: 'unclear', title: '不明', text: '写真がはっきりしません。' },
      },
      [
        'workflow.json - "reasons": [{ "code": "unclear", "title": "不明", "text": "はっきりしません。" }],',
        'workflow.json + "reasons": [{ "code": "unclear", "title": "不明", "text": "写真がはっきりしません。" }],',
      ],
    ],
    [
      'begins at another stage',
      { kind: 'set-start', stage: 'decision' },
      ['workflow.json - "start": "review",', 'workflow.json + "start": "decision",'],
    ],
  ];

  it.each(table)('%s', (_title, operation, expected) => {
    expect(changes(operation)).toEqual(expected);
  });

  it('moves routes and stages, and moving back gives the same bytes', () => {
    const route = { of: 'routes', stage: 'review', action: 'pass' } as const;
    const stage = { of: 'stages', name: 'decision' } as const;
    const there = after(
      { kind: 'move-part', part: stage },
      after({ kind: 'move-entry', list: route, index: 0, to: 1 }),
    );
    expect(there).not.toEqual(smallFolder);
    const back = after(
      { kind: 'move-part', part: stage, before: 'granted' },
      after({ kind: 'move-entry', list: route, index: 1, to: 0 }, there),
    );
    expect(back).toEqual(smallFolder);
  });

  it.each<readonly [operation: Operation, refused: string]>([
    [{ kind: 'remove-part', part: { of: 'roles', name: 'boss' } }, 'workflow.json name-unknown'],
    [{ kind: 'add-part', part: { of: 'stages', name: 'review' }, value: {} }, 'workflow.json name-taken'],
    [
      { kind: 'remove-entry', list: { of: 'reasons' }, index: 4 },
      'workflow.json#/reasons/4 edit-place-unknown',
    ],
  ])('%j is refused', (operation, refused) => {
    expect(refusal(operation)).toBe(refused);
  });
});

describe('an operation on texts and tables', () => {
  const table: Table = [
    [
      'sets what the procedure is called',
      { kind: 'set-info', keyword: 'title', value: '大きな手続' },
      [
        'procedure.json - "title": "小さな手続", "summary": "ためし", "kind": "application", "audience": ["business"],',
        'procedure.json + "title": "大きな手続", "summary": "ためし", "kind": "application", "audience": ["business"],',
      ],
    ],
    [
      'makes a mail',
      { kind: 'set-template', of: 'messages', name: 'paid', text: '---\nsubject: 振込\n---\n' },
      [
        'messages/paid.md + ---',
        'messages/paid.md + subject: 振込',
        'messages/paid.md + ---',
        'messages/paid.md + ',
      ],
    ],
    [
      'sets one cell',
      { kind: 'set-cell', table: 'cities', row: 1, column: 'rate', value: '3' },
      ['tables/cities.csv - 271403,堺市,2,review,', 'tables/cities.csv + 271403,堺市,3,review,'],
    ],
    [
      'adds a row between others, with what its cells need in quotation marks',
      { kind: 'add-row', table: 'cities', row: 1, cells: { code: '272001', name: '岸和田市,他' } },
      ['tables/cities.csv + 272001,"岸和田市,他",,,'],
    ],
    [
      'removes a row',
      { kind: 'remove-row', table: 'cities', row: 0 },
      ['tables/cities.csv - 271004,大阪市,1,decision,north'],
    ],
    [
      'adds a column with its type',
      { kind: 'add-column', table: 'cities', column: 'cap:number', before: 'to' },
      [
        'tables/cities.csv - code,name,rate:number,to,team',
        'tables/cities.csv - 271004,大阪市,1,decision,north',
        'tables/cities.csv - 271403,堺市,2,review,',
        'tables/cities.csv + code,name,rate:number,cap:number,to,team',
        'tables/cities.csv + 271004,大阪市,1,,decision,north',
        'tables/cities.csv + 271403,堺市,2,,review,',
      ],
    ],
    [
      'removes a column',
      { kind: 'remove-column', table: 'cities', column: 'team' },
      [
        'tables/cities.csv - code,name,rate:number,to,team',
        'tables/cities.csv - 271004,大阪市,1,decision,north',
        'tables/cities.csv - 271403,堺市,2,review,',
        'tables/cities.csv + code,name,rate:number,to',
        'tables/cities.csv + 271004,大阪市,1,decision',
        'tables/cities.csv + 271403,堺市,2,review',
      ],
    ],
    [
      'makes a table',
      { kind: 'add-table', name: 'bands', columns: ['band', 'cap:number'], rows: [['A', '1']] },
      ['tables/bands.csv + band,cap:number', 'tables/bands.csv + A,1', 'tables/bands.csv + '],
    ],
  ];

  it.each(table)('%s', (_title, operation, expected) => {
    expect(changes(operation)).toEqual(expected);
  });

  it.each<readonly [operation: Operation, refused: string]>([
    [{ kind: 'remove-template', of: 'notices', name: 'x' }, 'notices/x.md name-unknown'],
    [{ kind: 'set-template', of: 'notices', name: '../x', text: '' }, 'notices/../x.md unsafe-name'],
    [
      { kind: 'set-cell', table: 'cities', row: 2, column: 'rate', value: '3' },
      'tables/cities.csv row-unknown',
    ],
    [
      { kind: 'set-cell', table: 'cities', row: 0, column: 'tax', value: '3' },
      'tables/cities.csv name-unknown',
    ],
  ])('%j is refused', (operation, refused) => {
    expect(refusal(operation)).toBe(refused);
  });
});
