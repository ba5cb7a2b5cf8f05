import { expect, it } from '@jest/globals';
import { applicationTraits } from '../../../src/engine/answers/application-traits.js';
import { compileForm } from '../../../src/engine/procedure/compile-form.js';

const text = (title: string, more: object = {}) => ({ type: 'string', title, maxLength: 80, ...more });
const compiled = compileForm({
  'procedure.json': JSON.stringify({ id: 'small' }),
  'form.schema.json': JSON.stringify({
    type: 'object',
    properties: {
      store: {
        type: 'object',
        title: '店舗',
        properties: {
          name: text('名前'),
          address: text('住所'),
          tel: text('電話番号', { format: 'tel-jp' }),
          permit_no: text('営業許可番号'),
        },
      },
      bank: {
        type: 'object',
        title: '振込先',
        properties: {
          bank_code: text('銀行', { format: 'bank-code' }),
          branch_code: text('支店', { format: 'branch-code' }),
          account_no: text('口座番号', { format: 'account-number' }),
        },
      },
    },
  }),
  'form.ui.json': '{}',
});
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const { form } = compiled;
const traits = (answers: object) =>
  applicationTraits(form, answers as never).map(({ kind, value, path }) => `${kind} ${value} ${path}`);

it('compares telephone, address, permit and account whatever the way they are written', () => {
  expect(
    traits({
      store: {
        name: '難波店',
        address: '中央区難波一丁目２番３号',
        tel: '06-1234-5678',
        permit_no: '大保 第12号',
      },
      bank: { bank_code: '0010', branch_code: '101', account_no: '0123456' },
    }),
  ).toEqual([
    'address 中央区難波1-2-3 store.address',
    'phone 0612345678 store.tel',
    'permit 大保第12号 store.permit_no',
    'account 0010-101-0123456 bank.account_no',
  ]);
});

it('relates nobody by an address that is short, or by an account of no known branch', () => {
  expect(traits({ store: { address: '1-2-3' }, bank: { bank_code: '0010', account_no: '0123456' } })).toEqual(
    [],
  );
});
