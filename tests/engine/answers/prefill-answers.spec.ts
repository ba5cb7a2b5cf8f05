import { describe, expect, it } from '@jest/globals';
import { prefillAnswers } from '#engine';
import { page, smallForm } from '../../support/small-procedure.js';

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
    expect(prefillAnswers(form, { profile, site: { name: '神山食堂' } })).toEqual({
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
    expect(prefillAnswers(form, {})).toEqual({ p: { pref: '大阪府', kind: 'a' } });
  });

  it('leaves out what does not fit the question, is blank or inherited', () => {
    const profile = Object.assign(Object.create({ kana: 'カナ' }) as object, {
      name: 12,
      contact: 'x',
      kind: 'z',
    });
    expect(prefillAnswers(form, { profile: { ...profile } })).toEqual({ p: { pref: '大阪府', kind: 'a' } });
    expect(prefillAnswers(form, { profile: { name: ' ' } })).toEqual({ p: { pref: '大阪府', kind: 'a' } });
  });
});
