import { describe, expect, it } from '@jest/globals';
import {
  fieldPathOf,
  idOf,
  isInside,
  pointerOf,
  valueAt,
  withValueAt,
} from '../../renderer-ui/src/form/pointer.js';

describe('a place in the answers', () => {
  it('has three spellings that turn into each other', () => {
    expect(idOf('/sales/rows/0/amount')).toBe('sales.rows.0.amount');
    expect(pointerOf('sales.rows.0.amount')).toBe('/sales/rows/0/amount');
    expect(fieldPathOf('/sales/rows/0/amount')).toBe('sales.rows[].amount');
    expect(fieldPathOf('/sales/rows/12')).toBe('sales.rows[]');
  });

  it('is inside a container, not merely alike', () => {
    expect(isInside('/permit/valid_to', '/permit')).toBe(true);
    expect(isInside('/permit_copy', '/permit')).toBe(false);
  });

  it('never reads what an object inherits', () => {
    expect(valueAt({ store: {} }, '/store/constructor')).toBeUndefined();
  });
});

describe('a changed answer', () => {
  it('is set in a copy; other pages stay the same objects', () => {
    const before = { store: { name: 'a' }, permit: { no: '1' } };
    const after = withValueAt(before, '/store/name', 'b');
    expect(after).toEqual({ store: { name: 'b' }, permit: { no: '1' } });
    expect(after.permit).toBe(before.permit);
    expect(before.store.name).toBe('a');
  });

  it('makes the rows it needs, and a removed row closes up', () => {
    const one = withValueAt({}, '/sales/rows/0/amount', 5);
    expect(one).toEqual({ sales: { rows: [{ amount: 5 }] } });
    const two = withValueAt({ sales: { rows: [{ amount: 5 }, { amount: 7 }] } }, '/sales/rows/0', undefined);
    expect(two).toEqual({ sales: { rows: [{ amount: 7 }] } });
  });

  it('disappears when it is no answer any more', () => {
    expect(withValueAt({ store: { name: 'a', tel: '0' } }, '/store/name', undefined)).toEqual({
      store: { tel: '0' },
    });
  });
});
