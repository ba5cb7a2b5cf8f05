import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient } from '../../renderer-ui/src/api/query/query-client.js';
import type { Query, Watcher } from '../../renderer-ui/src/api/query/query.js';
import { sameParts } from '../../renderer-ui/src/api/query/same-parts.js';

const MINUTE = 60_000;
const aMinute: Watcher = { staleTime: MINUTE, onReturn: { focus: true, line: true } };
const always: Watcher = { staleTime: 0, onReturn: { focus: true, line: true } };

const clients: QueryClient[] = [];
afterEach(() => clients.splice(0).forEach((client) => client.clear()));

function newClient(): QueryClient {
  const client = new QueryClient({ retry: () => false, staleTime: MINUTE });
  clients.push(client);
  return client;
}

/** A server that answers when it is told to, in any order. */
function server<T>(query: Query<T>, tries = 1) {
  const asked: { readonly answer: (data: T) => void; readonly refuse: (reason: string) => void }[] = [];
  query.askBy(
    () =>
      new Promise<T>((resolve, reject) => {
        asked.push({ answer: resolve, refuse: (reason) => reject(new Error(reason)) });
      }),
    (failures) => failures + 1 < tries,
  );
  return asked;
}

/** Until all that has been answered has been heard. */
const heard = () => new Promise((resolve) => setImmediate(resolve));

describe('a question to the server', () => {
  it('is asked once for all who look, and its answer is shown to those who come while it is fresh', async () => {
    const query = newClient().query<string>(['drafts']);
    const asked = server(query);
    query.watch(aMinute);
    query.watch(aMinute);
    await heard();
    asked[0]?.answer('two drafts');
    await heard();
    query.watch(aMinute);
    await heard();
    expect([asked.length, query.state.data, query.state.error]).toEqual([1, 'two drafts', null]);
  });

  it('is asked again for somebody to whom the answer is too old', async () => {
    const query = newClient().query<string>(['drafts']);
    const asked = server(query);
    query.put('one draft');
    query.watch(always);
    await heard();
    expect([asked.length, query.state.data]).toEqual([1, 'one draft']);
  });

  it('shows the answer before it while a later look fails, and is asked again by the next to look', async () => {
    const client = newClient();
    const failures: string[] = [];
    client.onFailure(({ message }) => failures.push(message));
    const query = client.query<string>(['drafts']);
    const asked = server(query);
    query.put('one draft');
    const loading = query.load();
    await heard();
    asked[0]?.refuse('away');
    await loading;
    expect([query.state.data, query.state.error?.message, failures]).toEqual(['one draft', 'away', ['away']]);
    query.watch(aMinute);
    await heard();
    asked[1]?.answer('two drafts');
    await heard();
    expect([query.state.data, query.state.error]).toEqual(['two drafts', null]);
  });

  it('is tried again where that may help', async () => {
    const query = newClient().query<string>(['drafts']);
    const asked = server(query, 2);
    const loading = query.load();
    await heard();
    asked[0]?.refuse('busy');
    while (asked.length < 2) await heard();
    asked[1]?.answer('one draft');
    await loading;
    expect(query.state.data).toBe('one draft');
  });

  it('has no use for an answer that was on its way when something changed', async () => {
    const client = newClient();
    const query = client.query<string>(['drafts', 'list']);
    const asked = server(query);
    query.watch(aMinute);
    await heard();
    const changed = client.invalidateQueries({ queryKey: ['drafts'] });
    await heard();
    asked[1]?.answer('as it is now');
    asked[0]?.answer('as it was');
    await changed;
    await heard();
    expect([asked.length, query.state.data]).toEqual([2, 'as it is now']);
  });

  it('has no use for an answer that was on its way when a change told what is so now', async () => {
    const client = newClient();
    const query = client.query<string>(['drafts']);
    const asked = server(query);
    query.watch(aMinute);
    await heard();
    client.setQueryData(['drafts'], 'as it is now');
    asked[0]?.answer('as it was');
    await heard();
    expect(query.state.data).toBe('as it is now');
    const again = query.load();
    await heard();
    asked[1]?.answer('as it is later');
    await again;
    expect(query.state.data).toBe('as it is later');
  });

  it('tells nobody of an answer that says the same, part by part', () => {
    const before = { rows: [{ id: 1 }, { id: 2 }], next: null };
    const after = sameParts(before, { rows: [{ id: 1 }, { id: 3 }], next: null });
    expect([after.rows[0] === before.rows[0], after.rows[1]]).toEqual([true, { id: 3 }]);
    expect(sameParts(before, JSON.parse(JSON.stringify(before))) === before).toBe(true);
    expect(sameParts<object>({ a: 1, b: undefined }, { a: 1 })).toEqual({ a: 1 });
  });
});

describe('all answers together', () => {
  const keys = [['drafts'], ['drafts', 'a'], ['drafts', 'a', 'b'], ['session']];

  function filled(): QueryClient {
    const client = newClient();
    for (const key of keys) client.setQueryData(key, key.join(' '));
    return client;
  }

  const left = (client: QueryClient) => keys.flatMap((key) => client.getQueryData<string>(key) ?? []);

  it.each([
    ['those whose key begins so', { queryKey: ['drafts', 'a'] }, ['drafts', 'session']],
    [
      'the one with that key',
      { queryKey: ['drafts', 'a'], exact: true },
      ['drafts', 'drafts a b', 'session'],
    ],
    [
      'those that somebody chooses',
      { predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey.length > 1 },
      ['drafts', 'session'],
    ],
    ['all', {}, []],
  ])('forgets %s', (_, filter, rest) => {
    const client = filled();
    client.removeQueries(filter);
    expect(left(client)).toEqual(rest);
  });

  it('asks at once only for what somebody looks at', async () => {
    const client = filled();
    const [seen, unseen] = [client.query<string>(['drafts']), client.query<string>(['session'])];
    const [asked, notAsked] = [server(seen), server(unseen)];
    seen.watch(aMinute);
    void client.invalidateQueries();
    await heard();
    expect([asked.length, notAsked.length]).toEqual([1, 0]);
    unseen.watch(aMinute);
    await heard();
    expect(notAsked.length).toBe(1);
  });
});
