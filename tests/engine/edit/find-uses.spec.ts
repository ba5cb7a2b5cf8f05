import { describe, expect, it } from '@jest/globals';
import { findUses } from '../../../src/engine/edit/find-uses.js';
import { nameOf, type Thing } from '../../../src/engine/edit/thing.js';
import { thingsIn } from '../../../src/engine/edit/things-in.js';
import { smallFolder } from './small-folder.js';

const uses = (thing: Thing) => findUses(smallFolder, thing).map(({ kind, path }) => `${kind}  ${path}`);

describe('the places that name', () => {
  it('a field: its answers, definition, expressions, targets, screens and routes', () => {
    expect(uses({ kind: 'field', path: 'store.city' })).toEqual([
      'answer  examples/01-granted.json#/answers/store/city',
      'definition  form.schema.json#/properties/store/properties/city',
      'expression  form.schema.json#/properties/store/properties/rate/x-compute',
      'required  form.schema.json#/properties/store/required/1',
      'expression  form.schema.json#/properties/sales/x-askWhen',
      'expression  form.schema.json#/x-check/0/expression',
      'check-target  form.schema.json#/x-check/0/target',
      'order  form.ui.json#/store/ui:order/0',
      'expression  workflow.json#/stages/review/actions/pass/routes/1/match/code',
    ]);
  });

  it('a field of a row: through row, a loop, a filter, {{#each}} and the rows of an example', () => {
    const row = 'form.schema.json#/properties/sales/properties/rows/items';
    expect(uses({ kind: 'field', path: 'sales.rows[].amount' })).toEqual([
      'answer  examples/01-granted.json#/answers/sales/rows/0/amount',
      'answer  examples/01-granted.json#/answers/sales/rows/1/amount',
      'expectation  examples/01-granted.json#/expect/values/~1sales~1rows~10~1amount',
      `definition  ${row}/properties/amount`,
      `required  ${row}/required/1`,
      `expression  ${row}/x-check/0/expression`,
      `check-target  ${row}/x-check/0/target`,
      'expression  form.schema.json#/properties/sales/properties/amount/x-compute',
      'expression  form.schema.json#/properties/sales/properties/large/x-compute',
      'ui  form.ui.json#/sales/rows/items/amount',
      'template  notices/grant.md#8',
    ]);
  });

  it('another field of the same name are not among them', () => {
    expect(uses({ kind: 'field', path: 'sales.amount' })).toEqual([
      'expectation  examples/01-granted.json#/expect/values/~1sales~1amount',
      'definition  form.schema.json#/properties/sales/properties/amount',
      'expression  workflow.json#/highlights/0/value',
      'expression  workflow.json#/highlights/1/value',
    ]);
  });

  it('a field that two groups share, by whichever of its paths it is asked for', () => {
    const shared = uses({ kind: 'field', path: 'store.home.town' });
    expect(shared).toContain('definition  form.schema.json#/$defs/address/properties/town');
    expect(shared).toContain('answer  examples/01-granted.json#/answers/store/shop/town');
    expect(uses({ kind: 'field', path: 'store.shop.town' })).toEqual(shared);
  });

  it('a choice of which a repeat has one row each', () => {
    expect(uses({ kind: 'field', path: 'sales.rows[].month' })).toContain(
      'row-per  form.ui.json#/sales/rows/ui:options/oneRowPer',
    );
  });

  it('a column: options, lookup, routing table and header', () => {
    expect(uses({ kind: 'column', table: 'cities', name: 'code' })).toEqual([
      'options  form.schema.json#/properties/store/properties/city/x-options/value',
      'expression  form.schema.json#/properties/store/properties/rate/x-compute',
      'definition  tables/cities.csv#1',
      'routing-table  workflow.json#/stages/review/actions/pass/routes/1/match/code',
    ]);
  });

  it('a stage: routes, highlights, four-eyes, examples and the cells of a routing table', () => {
    expect(uses({ kind: 'stage', name: 'review' })).toEqual([
      'expectation  examples/01-granted.json#/expect/stage',
      'routing-table  tables/cities.csv#3',
      'route  workflow.json#/start',
      'definition  workflow.json#/stages/review',
      'not-actor-of  workflow.json#/stages/decision/actions/approve/notActorOf/0',
    ]);
    expect(uses({ kind: 'stage', name: 'decision' })).toContain(
      'highlight  workflow.json#/highlights/0/stages/0',
    );
  });

  it('an action and what staff fill in with it, also in a notice', () => {
    expect(uses({ kind: 'action', name: 'pass' })).toEqual([
      'step  examples/01-granted.json#/steps/0/action',
      'template  notices/grant.md#11',
      'definition  workflow.json#/stages/review/actions/pass',
      'expression  workflow.json#/stages/decision/actions/approve/when',
    ]);
    expect(uses({ kind: 'staff-field', action: 'pass', name: 'note' })).toHaveLength(5);
  });

  it('a notice, a role, a team, a criterion', () => {
    expect(uses({ kind: 'notice', name: 'grant' })).toHaveLength(3);
    expect(uses({ kind: 'role', name: 'clerk' })).toHaveLength(3);
    expect(uses({ kind: 'team', name: 'north' })).toHaveLength(5);
    expect(uses({ kind: 'criterion', name: 'in-city' })).toEqual([
      'criterion  form.schema.json#/x-check/0/criterion',
      'definition  procedure.json#/criteria/0/id',
    ]);
  });

  it('nothing, for what is not there', () => {
    expect(uses({ kind: 'field', path: 'store.nothing' })).toEqual([]);
  });

  it('anything, are exactly the characters of its name', () => {
    const things = thingsIn(smallFolder);
    expect(things.length).toBeGreaterThan(30);
    for (const thing of things) {
      for (const { file, from, to } of findUses(smallFolder, thing))
        expect(smallFolder[file]?.slice(from, to)).toBe(nameOf(thing));
    }
  });

  it('are found in a folder that has problems', () => {
    const broken = {
      ...smallFolder,
      'workflow.json': '{',
      'messages/received.md': '{{#if store.city }}\n{{ store.nothing + store.city }}',
    };
    const found = findUses(broken, { kind: 'field', path: 'store.city' }).map(({ path }) => path);
    expect(found).toContain('messages/received.md#1');
    expect(found).toContain('messages/received.md#2');
    expect(found).toContain('form.schema.json#/properties/store/properties/rate/x-compute');
  });
});
