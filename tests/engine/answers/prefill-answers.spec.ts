import { describe, expect, it } from '@jest/globals';
import { prefillAnswers } from '#engine';
import { evaluate, page, smallForm } from '../../support/small-procedure.js';

const form = smallForm({
  pages: {
    p: page({
      name: { type: 'string', title: '氏名', 'x-prefill': 'profile.name' },
      kana: { type: 'string', title: 'フリガナ', format: 'kana', 'x-prefill': 'profile.kana' },
      tel: { type: 'string', title: '電話', format: 'tel-jp', 'x-prefill': 'profile.contact.tel' },
      pref: { type: 'string', title: '都道府県', const: '大阪府', default: '大阪府', readOnly: true },
      kind: { type: 'string', title: '区分', enum: ['a', 'b'], default: 'a', 'x-prefill': 'profile.kind' },
      agree: { type: 'boolean', title: '同意', const: true },
      store: {
        type: 'object',
        title: '店',
        properties: { name: { type: 'string', title: '店名', 'x-prefill': 'site.name' } },
      },
    }),
    q: page({ note: { type: 'string', title: '備考' } }),
  },
});

describe('a new draft', () => {
  it('begins with what the applicant has told before, codes written the way we keep them', () => {
    const profile = {
      name: '神山　塚子',
      kana: 'こうやま つかこ',
      contact: { tel: '０６－６９４１－０３５１' },
      kind: 'b',
    };
    expect(prefillAnswers(form, { profile, site: { name: '神山食堂' } }).answers).toEqual({
      p: {
        name: '神山　塚子',
        kana: 'コウヤマ ツカコ',
        tel: '0669410351',
        pref: '大阪府',
        kind: 'b',
        store: { name: '神山食堂' },
      },
    });
  });

  it('begins with defaults alone where nothing is known', () => {
    expect(prefillAnswers(form, {}).answers).toEqual({ p: { pref: '大阪府', kind: 'a' } });
  });

  it('leaves out what does not fit the question, is blank or inherited', () => {
    const profile = Object.assign(Object.create({ kana: 'カナ' }) as object, {
      name: 12,
      contact: 'x',
      kind: 'z',
    });
    expect(prefillAnswers(form, { profile: { ...profile } }).answers).toEqual({
      p: { pref: '大阪府', kind: 'a' },
    });
    expect(prefillAnswers(form, { profile: { name: ' ' } }).answers).toEqual({
      p: { pref: '大阪府', kind: 'a' },
    });
  });
});

describe('a first value', () => {
  it('says where it comes from', () => {
    expect(prefillAnswers(form, { profile: { name: '神山', kana: 'こうやま' }, site: {} }).filled).toEqual([
      { pointer: '/p/name', path: 'p.name', source: 'profile.name', value: '神山' },
      { pointer: '/p/kana', path: 'p.kana', source: 'profile.kana', value: 'コウヤマ' },
      { pointer: '/p/pref', path: 'p.pref', source: null, value: '大阪府' },
      { pointer: '/p/kind', path: 'p.kind', source: null, value: 'a' },
    ]);
  });

  it('never goes over an answer', () => {
    const given = { p: { name: '髙橋', kind: 'b', store: { name: '' }, x: 1 }, q: { note: '' } };
    const { answers, filled } = prefillAnswers(
      form,
      { profile: { name: '神山' }, site: { name: '神山食堂' } },
      given,
    );
    expect(answers).toEqual({
      p: { name: '髙橋', kind: 'b', store: { name: '神山食堂' }, pref: '大阪府', x: 1 },
      q: { note: '' },
    });
    expect(filled.map(({ pointer }) => pointer)).toEqual(['/p/pref', '/p/store/name']);
  });

  it('keeps every character of a name', () => {
    const name = '\uFA10\u3000葛\u{E0100}𠮷';
    expect(prefillAnswers(form, { profile: { name } }).answers['p']).toMatchObject({ name });
  });
});

describe('a repeat', () => {
  const staffed = smallForm({
    pages: {
      p: page({
        staff: {
          type: 'array',
          title: '従業員',
          maxItems: 2,
          items: {
            type: 'object',
            properties: {
              name: { type: 'string', title: '氏名', 'x-prefill': 'previous.staff.name' },
              tel: { type: 'string', title: '電話', format: 'tel-jp', 'x-prefill': 'previous.staff.tel' },
              place: { type: 'string', title: '勤務先', 'x-prefill': 'site.name' },
              kind: { type: 'string', title: '区分', enum: ['a', 'b'], default: 'a' },
            },
          },
        },
      }),
    },
  });
  const staff = [{ name: '山田', tel: '０６－６９４１－０３５１' }, { name: 5 }, { name: '佐藤' }];
  const sources = { previous: { staff }, site: { name: '本店' } };

  it('gets a row for each entry of the list its sources lead through, as many as it may have', () => {
    const { answers, filled } = prefillAnswers(staffed, sources);
    expect(answers).toEqual({
      p: {
        staff: [
          { _id: 'r1', name: '山田', tel: '0669410351', place: '本店', kind: 'a' },
          { _id: 'r2', place: '本店', kind: 'a' },
        ],
      },
    });
    expect(filled[0]).toEqual({
      pointer: '/p/staff/0/name',
      path: 'p.staff[].name',
      source: 'previous.staff.name',
      value: '山田',
    });
    expect(evaluate(staffed, answers).problems).toEqual([]);
  });

  it('with rows keeps them, and without a list has none', () => {
    const given = { p: { staff: [{ _id: 'aa', name: '髙橋' }] } };
    expect(prefillAnswers(staffed, sources, given).answers).toEqual(given);
    expect(prefillAnswers(staffed, { site: { name: '本店' } }).answers).toEqual({});
  });
});
