import { describe, expect, it } from '@jest/globals';
import { dependencies } from '../../../src/engine/edit/dependencies.js';
import { smallFolder } from './small-folder.js';

const found = dependencies(smallFolder);
const of = (path: string) => {
  const dependency = found.get(path);
  if (!dependency) throw new Error(`${path} is not there`);
  return dependency;
};

describe('what depends on a field', () => {
  it('is said with the place of each expression that reads it', () => {
    expect(of('store.city').readBy).toEqual([
      {
        kind: 'computed',
        path: 'form.schema.json#/properties/store/properties/rate/x-compute',
        field: 'store.rate',
      },
      { kind: 'asked-when', path: 'form.schema.json#/properties/sales/x-askWhen', field: 'sales' },
      { kind: 'check', path: 'form.schema.json#/x-check/0/expression', field: null },
      {
        kind: 'route',
        path: 'workflow.json#/stages/review/actions/pass/routes/1/match/code',
        field: null,
      },
    ]);
  });

  it('counts documents, the subject and the key of the application', () => {
    expect(of('store.name').readBy.map(({ kind }) => kind)).toEqual([
      'subject',
      'once-per',
      'message',
      'message',
      'notice',
    ]);
  });

  it('does not count the page on the way to a field', () => {
    expect(of('store').readBy).toEqual([]);
  });

  it('goes on through computed values, and through the condition of a page to all that is on it', () => {
    expect(of('store.city').affects).toEqual([
      'store.rate',
      'sales',
      'sales.rows',
      'sales.rows[].month',
      'sales.rows[].amount',
      'sales.amount',
      'sales.large',
    ]);
  });
});

describe('what a field depends on', () => {
  it('is read at first hand: its own expressions and the conditions around it', () => {
    expect(of('sales.amount').reads).toEqual(['store.city', 'sales.rows', 'sales.rows[].amount']);
    expect(of('store.rate').reads).toEqual(['store.city']);
    expect(of('store.name').reads).toEqual([]);
  });

  it('and over any number of steps', () => {
    expect(of('sales.amount').dependsOn).toEqual([
      'store.city',
      'sales.rows',
      'sales.rows[].month',
      'sales.rows[].amount',
    ]);
  });

  it('is told apart for each use of a shared definition', () => {
    expect(of('store.shop.town').reads).toEqual(['store.home.town']);
    expect(of('store.home.town').reads).toEqual([]);
    expect(of('store.home.town').affects).toEqual(['store.shop', 'store.shop.town']);
  });
});
