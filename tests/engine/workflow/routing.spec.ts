import { describe, expect, it } from '@jest/globals';
import { advance, startWorkflow } from '../../../src/engine/workflow/advance.js';
import { coveredRows } from '../../../src/engine/workflow/compile-routes.js';
import { workflowFacts } from '../../../src/engine/workflow/workflow-facts.js';
import type { RoutingRow } from '../../../src/engine/workflow/workflow.js';
import { found } from './broken-workflow.js';
import { circuit, compileChanged } from './circuit.js';
import { applicant, application, mori, sato } from './small-procedure.js';
import { friday, monday } from './taking.js';

const teams = { north: { title: '北部保健所' }, south: { title: '南部保健所' } };
const byKind = (more: object = {}) => ({
  teams,
  'stages.automatic_check.routes': [
    { table: 'routing', match: { kind: 'store.kind' }, ...more },
    { to: 'first_review', team: 'south' },
  ],
});
const routing = 'kind,to,team\nchain,first_review,north\nsingle,decision,\n';

const arrive = (kind: string, procedure = circuit(byKind(), { routing })) => {
  const answers = { ...application.answers, store: { name: '海鮮まる', kind, opened_on: '2015-04-01' } };
  return startWorkflow(procedure, { ...application, answers }, friday, applicant).state;
};

describe('a routing table', () => {
  it('leads where the first row that fits says, and hands over to its team', () => {
    expect(arrive('chain')).toMatchObject({ stage: 'first_review', team: 'north' });
    expect(arrive('single')).toMatchObject({ stage: 'decision', team: null });
  });

  it('leaves an application that no row fits to the next route', () => {
    expect(arrive('stall')).toMatchObject({ stage: 'first_review', team: 'south' });
  });

  it('takes an empty cell for every value, and for none', () => {
    const procedure = circuit(byKind(), { routing: 'kind,to\nchain,decision\n,first_review\n' });
    expect(arrive('single', procedure).stage).toBe('first_review');
    const none = { ...application, answers: {} };
    expect(startWorkflow(procedure, none, friday, applicant).state.stage).toBe('first_review');
  });

  it('may give the team alone, where the route names the stage', () => {
    const procedure = circuit(byKind({ to: 'first_review' }), { routing: 'kind,team\nchain,north\n' });
    expect(arrive('chain', procedure)).toMatchObject({ stage: 'first_review', team: 'north' });
  });

  it('is looked in only while the condition of its route holds', () => {
    const procedure = circuit(byKind({ when: 'sales.total > 1000000' }), { routing });
    expect(arrive('chain', procedure).team).toBe('south');
  });

  it('compares numbers and dates as such', () => {
    const numbers = circuit(byKind({ match: { most: 'sales.total' } }), {
      routing: 'most:number,to\n600000,decision\n',
    });
    expect(arrive('single', numbers).stage).toBe('decision');
    const dates = circuit(byKind({ match: { since: 'store.opened_on' } }), {
      routing: 'since:date,to\n2015-04-01,decision\n',
    });
    expect(arrive('single', dates).stage).toBe('decision');
  });
});

describe('the team', () => {
  it('stays with the application until a route sets another, and is a fact', () => {
    const procedure = circuit(
      { ...byKind(), 'stages.first_review.actions.pass.when': 'application.team = "north"' },
      { routing },
    );
    const state = arrive('chain', procedure);
    const pass = { action: 'pass', actor: sato, fields: { confirmed_on: '2021-11-08' } };
    const passed = advance(procedure, state, pass, application, monday);
    expect(passed).toMatchObject({ ok: true, state: { stage: 'decision', team: 'north' } });
    expect(workflowFacts(procedure, state, application, monday)['application']).toMatchObject({
      team: 'north',
    });
    const approve = { action: 'approve', actor: mori };
    expect(passed.ok && advance(procedure, passed.state, approve, application, monday)).toMatchObject({
      state: { team: 'north' },
    });
  });
});

describe('a routing table with a mistake', () => {
  const at = 'workflow.json#/stages/automatic_check/routes/0';
  const problems = (more: object, csv = routing) =>
    found(compileChanged(byKind(more), { routing: csv }).problems);

  it.each([
    [
      'names a table there is not',
      { table: 'routin' },
      routing,
      [`${at}/table`, 'table-unknown', { name: 'routin', suggestion: 'routing' }],
    ],
    [
      'matches a column there is not',
      { match: { knd: 'store.kind' } },
      routing,
      [`${at}/match/knd`, 'column-unknown', { name: 'knd', suggestion: 'kind' }],
    ],
    ['matches nothing', { match: {} }, 'to\nfirst_review\n', [at, 'missing-key', { key: 'match' }]],
    [
      'compares a text with a number',
      { match: { kind: 'sales.total' } },
      routing,
      [`${at}/match/kind`, 'routing-type-differs', { column: 'kind', expected: 'string', actual: 'number' }],
    ],
    ['names no stage', {}, 'kind,team\nchain,north\n', [at, 'routing-without-stage', { table: 'routing' }]],
    [
      'has a row without a stage',
      {},
      'kind,to\nchain,\n',
      ['tables/routing.csv#2', 'routing-row-without-stage', {}],
    ],
    [
      'leads to a stage there is not',
      {},
      'kind,to\nchain,first_revew\n',
      ['tables/routing.csv#2', 'route-target-unknown', { name: 'first_revew', suggestion: 'first_review' }],
    ],
    [
      'names a team there is not',
      {},
      'kind,to,team\nchain,decision,nort\n',
      ['tables/routing.csv#2', 'team-unknown', { name: 'nort', suggestion: 'north' }],
    ],
    [
      'has a row that is never reached',
      {},
      'kind,to\n,decision\nchain,first_review\n',
      ['tables/routing.csv#3', 'routing-row-covered', { line: 2 }],
    ],
    [
      'leads back as if it were a correction',
      {},
      'kind,to\nchain,@origin\n',
      ['tables/routing.csv#2', 'route-target-unknown', { name: '@origin' }],
    ],
  ])('%s', (_what, more, csv, expected) => {
    expect(problems(more, csv)).toEqual([expected]);
  });

  it('does not end a list of routes, for no row may fit', () => {
    const only = {
      teams,
      'stages.automatic_check.routes': [{ table: 'routing', match: { kind: 'store.kind' } }],
    };
    expect(found(compileChanged(only, { routing }).problems)).toEqual([
      ['workflow.json#/stages/automatic_check/routes', 'default-route-missing', {}],
    ]);
  });

  it('names an unknown team in a plain route too', () => {
    const plain = { teams, 'stages.automatic_check.routes': [{ to: 'first_review', team: 'west' }] };
    expect(found(compileChanged(plain).problems)).toEqual([[`${at}/team`, 'team-unknown', { name: 'west' }]]);
  });
});

describe('covered rows', () => {
  const row = (line: number, ...cells: RoutingRow['cells']): RoutingRow => ({
    cells,
    to: 'x',
    team: null,
    line,
  });

  it('are those that an earlier row fits whenever they do', () => {
    const rows = [
      row(2, 'a', null),
      row(3, 'a', 1),
      row(4, 'b', 1),
      row(5, null, 1),
      row(6, 'b', 1),
      row(7, 'b', 2),
    ];
    expect(coveredRows(rows).map(({ row: { line }, by }) => [line, by.line])).toEqual([
      [3, 2],
      [6, 4],
    ]);
  });

  it('are found in a table of thousands', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => row(index + 2, `town-${index}`, null));
    expect(coveredRows([...rows, row(20_002, 'town-7', 3)])).toHaveLength(1);
  });
});
