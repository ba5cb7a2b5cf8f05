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
      'sends a mail when a timer fires',
      {
        kind: 'add-entry',
        list: { of: 'effects', stage: 'decision', timer: 'remind' },
        value: { message: 'received' },
      },
      [
        'workflow.json + },',
        'workflow.json + "timers": {',
        'workflow.json + "remind": { "effects": [{ "message": "received" }] }',
      ],
    ],
    [
      'adds an approver',
      {
        kind: 'add-entry',
        list: { of: 'steps', stage: 'decision' },
        value: { role: 'chief', title: '課長' },
      },
      [
        'workflow.json + },',
        'workflow.json + "approvers": {',
        'workflow.json + "steps": [{ "role": "chief", "title": "課長" }]',
      ],
    ],
    [
      'lets a computed value be changed',
      {
        kind: 'add-entry',
        list: { of: 'overrides' },
        value: { field: 'sales.amount', stages: ['decision'] },
      },
      [
        'workflow.json - }',
        'workflow.json + },',
        'workflow.json + "overrides": [',
        'workflow.json + { "field": "sales.amount", "stages": ["decision"] }',
        'workflow.json + ]',
      ],
    ],
    [
      'takes away all that is read first',
      { kind: 'set-workflow', keyword: 'highlights', value: null },
      [
        'workflow.json - "highlights": [',
        'workflow.json - { "title": "合計", "value": "sales.amount", "stages": ["decision"], "when": "application.team != \\"north\\"" },',
        'workflow.json - { "title": "理由", "value": "overridden[item.field = \\"sales.amount\\"].public_reason" }',
        'workflow.json - ],',
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
      'says in English what applicants read',
      { kind: 'set-english', text: '小さな手続/小', english: 'A small procedure' },
      [
        'texts/en.json + {',
        'texts/en.json + "小さな手続/小": "A small procedure"',
        'texts/en.json + }',
        'texts/en.json + ',
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
      'pastes cells, and adds the lines that are not there yet',
      {
        kind: 'set-cells',
        table: 'cities',
        row: 1,
        column: 'name',
        cells: [
          ['堺市', '4'],
          ['岸和田市,他', '5'],
        ],
      },
      [
        'tables/cities.csv - 271403,堺市,2,review,',
        'tables/cities.csv + 271403,堺市,4,review,',
        'tables/cities.csv + ,"岸和田市,他",5,,',
      ],
    ],
    [
      'gives a column another type',
      { kind: 'set-column-type', table: 'cities', column: 'rate', type: 'string' },
      ['tables/cities.csv - code,name,rate:number,to,team', 'tables/cities.csv + code,name,rate,to,team'],
    ],
    [
      'moves a column',
      { kind: 'move-column', table: 'cities', column: 'team', before: 'code' },
      [
        'tables/cities.csv - code,name,rate:number,to,team',
        'tables/cities.csv - 271004,大阪市,1,decision,north',
        'tables/cities.csv - 271403,堺市,2,review,',
        'tables/cities.csv + team,code,name,rate:number,to',
        'tables/cities.csv + north,271004,大阪市,1,decision',
        'tables/cities.csv + ,271403,堺市,2,review',
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

  it('moves rows and columns, and moving back gives the same bytes', () => {
    const there = after(
      { kind: 'move-column', table: 'cities', column: 'code' },
      after({ kind: 'move-row', table: 'cities', row: 0, to: 1 }),
    );
    expect(there['tables/cities.csv']).toBe(
      'name,rate:number,to,team,code\n堺市,2,review,,271403\n大阪市,1,decision,north,271004\n',
    );
    const back = after(
      { kind: 'move-column', table: 'cities', column: 'code', before: 'name' },
      after({ kind: 'move-row', table: 'cities', row: 1, to: 0 }, there),
    );
    expect(back).toEqual(smallFolder);
  });

  it('pastes what is there already without touching a byte', () => {
    const cells = [['大阪市', '1']];
    expect(changes({ kind: 'set-cells', table: 'cities', row: 0, column: 'name', cells })).toEqual([]);
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
