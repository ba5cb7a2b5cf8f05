import { describe, expect, it } from '@jest/globals';
import type { Operation } from '../../../../src/engine/edit/operations/operation.js';
import { failuresOf } from '../failures-of.js';
import { smallFolder } from '../small-folder.js';
import { after, changes, refusal, type Table } from './small-changes.js';

describe('an operation on the form', () => {
  const table: Table = [
    [
      'adds a page before another',
      {
        kind: 'add-page',
        name: 'pledge',
        schema: { type: 'object', title: '誓約', properties: {} },
        before: 'sales',
      },
      [
        'form.schema.json + "pledge": {',
        'form.schema.json + "type": "object",',
        'form.schema.json + "title": "誓約",',
        'form.schema.json + "properties": {}',
      ],
    ],
    [
      'adds a question with its widget, required, where it is wanted',
      {
        kind: 'add-fields',
        to: 'store',
        fields: [
          {
            name: 'tel',
            schema: { type: 'string', title: '電話番号', format: 'tel-jp' },
            ui: { 'ui:autocomplete': 'tel' },
            required: true,
          },
        ],
        before: 'city',
      },
      [
        'form.schema.json - "required": ["name", "city", "home"]',
        'form.schema.json + "tel": { "type": "string", "title": "電話番号", "format": "tel-jp" },',
        'form.schema.json + "required": ["name", "city", "home", "tel"]',
        'form.ui.json - "store": { "ui:order": ["city", "name", "*"], "home": { "town": { "ui:widget": "textarea" } } },',
        'form.ui.json + "store": { "ui:order": ["tel", "city", "name", "*"], "home": { "town": { "ui:widget": "textarea" } }, "tel": { "ui:autocomplete": "tel" } },',
      ],
    ],
    [
      'adds a ready block, whose names keep clear of those that are there',
      {
        kind: 'add-fields',
        to: 'sales.rows',
        fields: [
          { name: 'amount', schema: { type: 'integer', title: '原価' } },
          { name: 'note', schema: { type: 'string', title: '備考' } },
        ],
      },
      [
        'form.schema.json - "amount": { "type": "integer", "title": "額", "minimum": 0, "x-askWhen": "row.month != null" }',
        'form.schema.json + "amount": { "type": "integer", "title": "額", "minimum": 0, "x-askWhen": "row.month != null" },',
        'form.schema.json + "amount_2": { "type": "integer", "title": "原価" },',
        'form.schema.json + "note": { "type": "string", "title": "備考" }',
      ],
    ],
    [
      'removes a question with its marks and the answers of examples, and leaves what uses it to the author',
      { kind: 'remove-field', path: 'sales.rows[].month' },
      [
        'form.schema.json - "month": { "type": "string", "title": "月", "enum": ["10", "11"] },',
        'form.schema.json - "required": ["month", "amount"],',
        'form.schema.json + "required": ["amount"],',
        'examples/01-granted.json - "sales": { "rows": [{ "month": "10", "amount": 2000 }, { "month": "11", "amount": 500 }] }',
        'examples/01-granted.json + "sales": { "rows": [{ "amount": 2000 }, { "amount": 500 }] }',
      ],
    ],
    [
      'moves a question among its siblings, on the screen, too',
      { kind: 'move-field', path: 'store.name', to: 'store', before: 'rate' },
      [
        'form.ui.json - "store": { "ui:order": ["city", "name", "*"], "home": { "town": { "ui:widget": "textarea" } } },',
        'form.ui.json + "store": { "ui:order": ["city", "*"], "home": { "town": { "ui:widget": "textarea" } } },',
      ],
    ],
    [
      'moves a question to another page, and everything that names it goes along',
      { kind: 'move-field', path: 'store.city', to: 'sales', before: 'amount' },
      [
        'form.schema.json - "rate": { "type": "number", "title": "率", "x-compute": "lookup(tables.cities, \\"code\\", store.city).rate" },',
        'form.schema.json - "required": ["name", "city", "home"]',
        'form.schema.json - "type": "object", "title": "売上", "x-askWhen": "store.city != null",',
        'form.schema.json - }',
        'form.schema.json - "x-check": [{ "id": "in-city", "expression": "store.city != null", "message": "市外です。", "level": "warning", "criterion": "in-city", "target": "store.city" }]',
        'form.schema.json + "rate": { "type": "number", "title": "率", "x-compute": "lookup(tables.cities, \\"code\\", sales.city).rate" },',
        'form.schema.json + "required": ["name", "home"]',
        'form.schema.json + "type": "object", "title": "売上", "x-askWhen": "sales.city != null",',
        'form.schema.json + "required": [',
        'form.schema.json + "city"',
        'form.schema.json + ]',
        'form.schema.json + "x-check": [{ "id": "in-city", "expression": "sales.city != null", "message": "市外です。", "level": "warning", "criterion": "in-city", "target": "sales.city" }]',
        'form.ui.json - "store": { "ui:order": ["city", "name", "*"], "home": { "town": { "ui:widget": "textarea" } } },',
        'form.ui.json + "store": { "ui:order": ["name", "*"], "home": { "town": { "ui:widget": "textarea" } } },',
        'workflow.json - { "table": "cities", "match": { "code": "store.city" } },',
        'workflow.json + { "table": "cities", "match": { "code": "sales.city" } },',
        'examples/01-granted.json - "store": { "name": "name", "city": "271004", "home": { "town": "town" }, "shop": { "town": "x" } },',
        'examples/01-granted.json - "sales": { "rows": [{ "month": "10", "amount": 2000 }, { "month": "11", "amount": 500 }] }',
        'examples/01-granted.json + "store": { "name": "name", "home": { "town": "town" }, "shop": { "town": "x" } },',
        'examples/01-granted.json + "sales": { "rows": [{ "month": "10", "amount": 2000 }, { "month": "11", "amount": 500 }], "city": "271004" }',
      ],
    ],
    [
      'makes a second one behind a question, as required as the first',
      { kind: 'duplicate-field', path: 'store.name', name: 'branch' },
      [
        'form.schema.json - "required": ["name", "city", "home"]',
        'form.schema.json + "branch": { "type": "string", "title": "店名 name", "x-prefill": "previous.store.name" },',
        'form.schema.json + "required": ["name", "city", "home", "branch"]',
        'form.ui.json - "store": { "ui:order": ["city", "name", "*"], "home": { "town": { "ui:widget": "textarea" } } },',
        'form.ui.json + "store": { "ui:order": ["branch", "city", "name", "*"], "home": { "town": { "ui:widget": "textarea" } } },',
      ],
    ],
    [
      'sets a keyword beside a reference, for this use of the definition alone',
      { kind: 'set-keyword', path: 'store.shop', keyword: 'description', value: '支店の住所です。' },
      [
        'form.schema.json - "shop": { "$ref": "#/$defs/address", "title": "支店", "x-askWhen": "store.home.town = \\"town\\"" }',
        'form.schema.json + "shop": { "$ref": "#/$defs/address", "title": "支店", "x-askWhen": "store.home.town = \\"town\\"", "description": "支店の住所です。" }',
      ],
    ],
    [
      'takes a keyword away',
      { kind: 'set-keyword', path: 'sales', keyword: 'x-askWhen', value: null },
      [
        'form.schema.json - "type": "object", "title": "売上", "x-askWhen": "store.city != null",',
        'form.schema.json + "type": "object", "title": "売上",',
      ],
    ],
    [
      'makes another kind of question of one, under the same title and condition',
      {
        kind: 'set-field-kind',
        path: 'sales.rows[].amount',
        schema: { type: 'string', title: 'x', maxLength: 20 },
      },
      [
        'form.schema.json - "amount": { "type": "integer", "title": "額", "minimum": 0, "x-askWhen": "row.month != null" }',
        'form.schema.json + "amount": { "type": "string", "maxLength": 20, "title": "額", "x-askWhen": "row.month != null" }',
        'form.ui.json - "sales": { "rows": { "ui:options": { "oneRowPer": "month" }, "items": { "amount": { "ui:widget": "money" } } } }',
        'form.ui.json + "sales": { "rows": { "ui:options": { "oneRowPer": "month" } } }',
      ],
    ],
    [
      'asks for an answer that was free',
      { kind: 'set-required', path: 'store.shop', required: true },
      [
        'form.schema.json - "required": ["name", "city", "home"]',
        'form.schema.json + "required": ["name", "city", "home", "shop"]',
      ],
    ],
    [
      'sets how a question is shown',
      { kind: 'set-ui', path: 'store.name', keyword: 'ui:widget', value: 'textarea' },
      [
        'form.ui.json - "store": { "ui:order": ["city", "name", "*"], "home": { "town": { "ui:widget": "textarea" } } },',
        'form.ui.json + "store": { "ui:order": ["city", "name", "*"], "home": { "town": { "ui:widget": "textarea" } }, "name": { "ui:widget": "textarea" } },',
      ],
    ],
    [
      'adds a check to a question that had none',
      {
        kind: 'add-check',
        path: 'store.name',
        check: { id: 'named', expression: 'store.name != ""', message: '空です。', level: 'error' },
      },
      [
        'form.schema.json - "name": { "type": "string", "title": "店名 name", "x-prefill": "previous.store.name" },',
        'form.schema.json + "name": { "type": "string", "title": "店名 name", "x-prefill": "previous.store.name", "x-check": [{ "id": "named", "expression": "store.name != \\"\\"", "message": "空です。", "level": "error" }] },',
      ],
    ],
    [
      'removes the last check of a list with the list',
      { kind: 'remove-check', path: '', id: 'in-city' },
      [
        'form.schema.json - "x-check": [{ "id": "in-city", "expression": "store.city != null", "message": "市外です。", "level": "warning", "criterion": "in-city", "target": "store.city" }]',
        'form.schema.json + }',
      ],
    ],
  ];

  it.each(table)('%s', (_title, operation, expected) => {
    expect(changes(operation)).toEqual(expected);
  });

  it('adds, changes, orders and removes choices', () => {
    const path = 'store.name';
    const schema = { type: 'string', oneOf: [{ const: 'a', title: '甲' }] };
    const steps: readonly Operation[] = [
      { kind: 'set-field-kind', path, schema },
      { kind: 'add-option', path, value: 'b', title: '乙' },
      { kind: 'add-option', path, value: 'c', title: '丙', index: 0 },
      { kind: 'set-option', path, index: 1, value: 'a', title: '甲（上）' },
      { kind: 'move-option', path, index: 0, to: 2 },
      { kind: 'remove-option', path, index: 1 },
    ];
    const files = steps.reduce((now, step) => after(step, now), smallFolder);
    expect(files['form.schema.json']).toContain(
      '"oneOf": [{ "const": "a", "title": "甲（上）" }, { "const": "c", "title": "丙" }]',
    );
  });

  it('moved to another page leaves a folder whose examples still hold', () => {
    const moved = after({ kind: 'move-field', path: 'store.name', to: 'sales' });
    const asked = after({ kind: 'set-keyword', path: 'sales', keyword: 'x-askWhen', value: null }, moved);
    expect(failuresOf(asked)).toEqual(failuresOf(smallFolder));
  });

  it.each<readonly [operation: Operation, refused: string]>([
    [{ kind: 'remove-field', path: 'store.nmae' }, 'form.schema.json name-unknown'],
    [
      { kind: 'add-fields', to: 'store.name', fields: [{ name: 'x', schema: { type: 'string' } }] },
      'form.schema.json holds-no-fields',
    ],
    [{ kind: 'add-page', name: 'today', schema: { type: 'object' } }, 'form.schema.json reserved-name'],
    [{ kind: 'move-field', path: 'store.home.town', to: 'sales' }, 'form.schema.json move-shared'],
    [{ kind: 'move-field', path: 'store', to: 'sales' }, 'form.schema.json move-nowhere'],
    [{ kind: 'remove-option', path: 'store.name', index: 0 }, 'form.schema.json has-no-options'],
  ])('%j is refused, and nothing of it is done', (operation, refused) => {
    expect(refusal(operation)).toBe(refused);
  });
});
