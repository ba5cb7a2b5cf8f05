import { describe, expect, it } from '@jest/globals';
import { page, smallForm } from '../../support/small-procedure.js';

const form = smallForm({
  tables: { cities: 'code,name,population:number\n271004,大阪市,2750000\n271403,堺市,\n' },
  defs: { person: { type: 'object', title: '人', properties: { name: { type: 'string', title: '氏名' } } } },
  ui: { p: { 'ui:order': ['agree', '*'] } },
  pages: {
    p: page(
      {
        name: { type: 'string', title: '名称', description: '登記のとおり' },
        tel: {
          type: 'string',
          title: '電話',
          format: 'tel-jp',
          'x-purpose': '連絡のため',
          'x-sensitive': true,
        },
        city: {
          type: 'string',
          title: '市町村',
          'x-options': { table: 'cities', value: 'code', label: 'name' },
        },
        days: { type: 'array', title: '曜日', items: { type: 'string', enum: ['月', '火'] } },
        seats: { type: 'integer', title: '客席', minimum: 1 },
        boss: { $ref: '#/$defs/person', title: '代表者' },
        permit: { title: '許可証', type: 'array', 'x-attachment': { accept: ['image/jpeg'], maxCount: 2 } },
        agree: { type: 'boolean', title: '同意', const: true },
        rows: {
          type: 'array',
          title: '売上',
          maxItems: 3,
          items: {
            type: 'object',
            required: ['amount'],
            properties: { amount: { type: 'number', title: '額' } },
          },
        },
      },
      { required: ['name', 'agree'] },
    ),
  },
});

describe('a compiled form', () => {
  it('gives Ajv a closed schema of bounded sizes, without required', () => {
    expect(form.pages[0]?.schema).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: {
        agree: { type: 'boolean' },
        name: { type: 'string', maxLength: 1000 },
        tel: { type: 'string', format: 'tel-jp', maxLength: 11 },
        city: { type: 'string', enum: ['271004', '271403'] },
        days: {
          type: 'array',
          items: { type: 'string', enum: ['月', '火'] },
          maxItems: 2,
          uniqueItems: true,
        },
        seats: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
        boss: {
          type: 'object',
          additionalProperties: false,
          properties: { name: { type: 'string', maxLength: 1000 } },
        },
        permit: { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: 2, uniqueItems: true },
        rows: {
          type: 'array',
          maxItems: 3,
          items: {
            type: 'object',
            additionalProperties: false,
            properties: {
              _id: { type: 'string', pattern: '^[A-Za-z0-9_-]{2,36}$' },
              amount: { type: 'number', minimum: -9007199254740991, maximum: 9007199254740991 },
            },
          },
        },
      },
    });
  });

  it('has its fields in the order of the screen, by dotted path', () => {
    expect([...form.fields.keys()]).toEqual([
      'p.agree',
      'p.name',
      'p.tel',
      'p.city',
      'p.days',
      'p.seats',
      'p.boss',
      'p.boss.name',
      'p.permit',
      'p.rows',
      'p.rows[].amount',
    ]);
  });

  it('knows of each field what screens and officials need', () => {
    expect(form.fields.get('p.tel')).toMatchObject({
      kind: 'text',
      format: 'tel-jp',
      purpose: '連絡のため',
      sensitive: true,
    });
    expect(form.fields.get('p.name')).toMatchObject({ required: true, description: '登記のとおり' });
    expect(form.fields.get('p.agree')).toMatchObject({ kind: 'boolean', consent: true });
    expect(form.fields.get('p.city')).toMatchObject({
      kind: 'choice',
      options: [
        { value: '271004', title: '大阪市' },
        { value: '271403', title: '堺市' },
      ],
    });
    expect(form.fields.get('p.boss')).toMatchObject({ kind: 'group', title: '代表者' });
    expect(form.fields.get('p.permit')?.attachment).toEqual({
      accept: ['image/jpeg'],
      maxBytes: 10485760,
      maxCount: 2,
      reuse: false,
      original: false,
      example: null,
    });
  });

  it('types every name for its expressions', () => {
    expect(form.scope).toEqual({
      today: { kind: 'date' },
      tables: {
        kind: 'context',
        fields: {
          cities: {
            kind: 'list',
            of: {
              kind: 'context',
              fields: { code: { kind: 'string' }, name: { kind: 'string' }, population: { kind: 'number' } },
            },
          },
        },
      },
      p: {
        kind: 'context',
        fields: {
          agree: { kind: 'boolean' },
          name: { kind: 'string' },
          tel: { kind: 'string' },
          city: { kind: 'string', options: ['271004', '271403'] },
          days: { kind: 'list', of: { kind: 'string', options: ['月', '火'] } },
          seats: { kind: 'number' },
          boss: { kind: 'context', fields: { name: { kind: 'string' } } },
          permit: { kind: 'list', of: { kind: 'string' } },
          rows: { kind: 'list', of: { kind: 'context', fields: { amount: { kind: 'number' } } } },
        },
      },
    });
  });

  it('cannot be changed by anyone', () => {
    expect(Object.isFrozen(form)).toBe(true);
    expect(Object.isFrozen(form.pages[0]?.schema['properties'])).toBe(true);
    expect(Object.isFrozen(form.tables['cities']?.[0])).toBe(true);
    expect(() => (form.fields as Map<string, unknown>).clear()).toThrow(TypeError);
    expect(() => (form.fields as Map<string, unknown>).set('x', 1)).toThrow(TypeError);
  });
});
