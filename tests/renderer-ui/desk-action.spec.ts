import { describe, expect, it } from '@jest/globals';
import type { ActionView } from '../../src/applications/desk.dto.js';
import {
  actionFaults,
  countCharacters,
  emptyActionForm,
  toActionRequest,
} from '../../renderer-ui/src/desk/action/action-form.js';
import { faultText } from '../../renderer-ui/src/desk/action/fault-lines.js';
import {
  readNumber,
  readStaffFields,
  staffFieldFaults,
  toFieldValues,
} from '../../renderer-ui/src/desk/action/staff-fields.js';
import {
  addSentence,
  commentPoint,
  togglePoint,
  uncommented,
} from '../../renderer-ui/src/desk/correction/correction-points.js';
import { deskJa } from '../../renderer-ui/src/texts/desk-ja.js';

function action(requires: Partial<ActionView['requires']>): ActionView {
  return {
    name: 'refuse',
    title: '不支給を決定する',
    tone: 'danger',
    requires: {
      reason: false,
      publicReason: false,
      publicReasonMinLength: 0,
      targets: false,
      fields: null,
      ...requires,
    },
    refused: null,
  };
}

describe('what is missing before an action', () => {
  it('says how many characters the reason for the applicant still lacks', () => {
    const refuse = action({ publicReason: true, publicReasonMinLength: 10 });
    expect(actionFaults(refuse, { ...emptyActionForm, publicReason: '  許可証が期限切れ  ' })).toEqual([
      { at: 'publicReason', code: 'public-reason-short', params: { missing: 2 } },
    ]);
    expect(actionFaults(refuse, { ...emptyActionForm, publicReason: '許可証が期限切れです。' })).toEqual([]);
  });

  it('names every point of a correction that has no comment', () => {
    const ask = action({ targets: true });
    const points = [
      { path: '/permit/valid_to', label: '有効期間', comment: '更新後の許可証の期限を入力してください。' },
      { path: '/documents/permit_copy', label: '許可証の写し', comment: ' ' },
    ];
    expect(actionFaults(ask, { ...emptyActionForm, points })).toEqual([
      { at: '/documents/permit_copy', code: 'comment-missing', params: { title: '許可証の写し' } },
    ]);
    expect(actionFaults(ask, emptyActionForm).map((fault) => fault.code)).toEqual(['points-missing']);
  });

  it('asks for the reasons in the order of the dialog', () => {
    const sendBack = action({ reason: true, publicReason: true });
    expect(actionFaults(sendBack, emptyActionForm).map((fault) => fault.at)).toEqual([
      'publicReason',
      'reason',
    ]);
  });
});

describe('the request of an action', () => {
  it('carries what the action asks for and nothing typed for another one', () => {
    const form = {
      reason: '面積を図面で確認',
      publicReason: '',
      fields: { amount: '１，５１７，０００円' },
      points: [{ path: '/store/area', label: '面積', comment: '図面を添えてください。' }],
    };
    expect(toActionRequest(action({ reason: true }), form, 7)).toEqual({
      lock: 7,
      reason: '面積を図面で確認',
    });
    expect(toActionRequest(action({ targets: true }), form, 7)).toEqual({
      lock: 7,
      reason: '面積を図面で確認',
      targets: [{ path: '/store/area', comment: '図面を添えてください。' }],
    });
  });
});

describe("staff's own fields", () => {
  const fields = readStaffFields({
    type: 'object',
    required: ['amount', 'checked'],
    properties: {
      amount: { type: 'integer', title: '支給額（円）', minimum: 0 },
      paid_on: { type: 'string', format: 'date', title: '振込予定日' },
      result: { type: 'string', title: '結果', oneOf: [{ const: 'ok', title: '適合' }] },
      checked: { type: 'boolean', const: true, title: '口座名義を確認した' },
    },
  });

  it('are read from the schema with the kind of input they need', () => {
    expect(fields.map((field) => [field.title, field.kind, field.required])).toEqual([
      ['支給額（円）', 'whole-number', true],
      ['振込予定日', 'date', false],
      ['結果', 'choice', false],
      ['口座名義を確認した', 'confirmation', true],
    ]);
  });

  it('become values, and what was left empty stays out', () => {
    const typed = { amount: '1,517,000', paid_on: '', result: 'ok', checked: true };
    expect(toFieldValues(fields, typed)).toEqual({ amount: 1517000, result: 'ok', checked: true });
  });

  it('say what is missing in the word for its kind: to enter, to choose, to tick', () => {
    const asked = readStaffFields({
      type: 'object',
      required: ['paid_on', 'result', 'visited', 'checked'],
      properties: {
        paid_on: { type: 'string', format: 'date', title: '振込予定日' },
        result: { type: 'string', title: '結果', oneOf: [{ const: 'ok', title: '適合' }] },
        visited: { type: 'boolean', title: '現地を確かめた' },
        checked: { type: 'boolean', const: true, title: '口座名義を確認した' },
      },
    });
    expect(staffFieldFaults(asked, {}).map((fault) => faultText(fault, deskJa.faults))).toEqual([
      '「振込予定日」を入力してください。',
      '「結果」を選んでください。',
      '「現地を確かめた」を選んでください。',
      '「口座名義を確認した」を確かめて、チェックを入れてください。',
    ]);
  });

  it('read numbers as people write them', () => {
    expect(readNumber('１２，３００円')).toBe(12300);
    expect(readNumber('約1万')).toBeNull();
  });
});

it('a character outside the basic plane counts once, and the space around does not count', () => {
  expect(countCharacters(' 𠮷野さん ')).toBe(4);
});

describe('the points of a correction', () => {
  const order = ['/permit/holder', '/permit/valid_to', '/documents/permit_copy'];

  it('stand in the order of the form, however they were ticked', () => {
    const one = togglePoint([], { path: '/documents/permit_copy', label: '許可証の写し' }, order);
    const two = togglePoint(one, { path: '/permit/holder', label: '営業者名' }, order);
    expect(two.map((point) => point.path)).toEqual(['/permit/holder', '/documents/permit_copy']);
    expect(togglePoint(two, { path: '/permit/holder', label: '営業者名' }, order)).toEqual(one);
  });

  it('take a ready sentence after what was typed, not over it', () => {
    expect(addSentence('', '期限が切れています。')).toBe('期限が切れています。');
    expect(addSentence('10月分です。\n', '期限が切れています。')).toBe('10月分です。\n期限が切れています。');
  });

  it('are complete when each says what to do', () => {
    const points = togglePoint([], { path: '/permit/holder', label: '営業者名' }, order);
    expect(uncommented(points)).toEqual(['/permit/holder']);
    expect(uncommented(commentPoint(points, '/permit/holder', '許可証のとおりに。'))).toEqual([]);
  });
});
