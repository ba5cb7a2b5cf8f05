import { describe, expect, it } from '@jest/globals';
import { RequestRefused, Unreachable } from '../../renderer-ui/src/api/request.js';
import type { SavedDraft, SaveDraftRequest } from '../../renderer-ui/src/api/types.js';
import { DraftSaver, type SaveState } from '../../renderer-ui/src/drafts/draft-saver.js';

type Reply = (body: SaveDraftRequest) => SavedDraft | Error;

/** A saver whose server answers with these replies in turn, then accepts everything. */
function saverAgainst(...replies: readonly Reply[]) {
  const received: SaveDraftRequest[] = [];
  const states: SaveState['kind'][] = [];
  const left = [...replies];
  const saver = new DraftSaver({
    revision: 1,
    savedAt: '2021-11-05T10:00:00+09:00',
    answers: {},
    quiet: 60_000,
    retry: 60_000,
    save: async (body) => {
      received.push(body);
      const reply = left.shift()?.(body) ?? accept(body);
      if (reply instanceof Error) throw reply;
      return reply;
    },
    onState: (state) => states.push(state.kind),
  });
  return { saver, received, states };
}

const accept = ({ revision }: SaveDraftRequest): SavedDraft => ({
  revision: revision + 1,
  savedAt: '2021-11-05T10:32:00+09:00',
  formChanged: false,
  closesAt: '2021-12-13T23:59:59+09:00',
  graceEndsAt: '2021-12-13T23:59:59+09:00',
});
const unreachable = (): Error => new Unreachable('/api/drafts/1');
const refused = (code: string) => (): Error =>
  new RequestRefused({
    type: 'about:blank',
    title: code,
    status: 409,
    code,
    detail: { ja: '', en: '' },
    requestId: 'r',
  });

describe('saving a draft', () => {
  it('sends the newest answers once and says when they were saved', async () => {
    const { saver, received, states } = saverAgainst();
    saver.change({ store: { name: 'a' } });
    saver.change({ store: { name: 'ab' } });
    expect(await saver.flush()).toEqual({ kind: 'saved', at: '2021-11-05T10:32:00+09:00' });
    expect(received).toEqual([{ revision: 1, answers: { store: { name: 'ab' } } }]);
    expect(states).toEqual(['unsaved', 'saving', 'saved']);
    saver.stop();
  });

  it('has one request on its way at a time, and builds the next upon its revision', async () => {
    const { saver, received } = saverAgainst();
    saver.change({ n: 1 });
    const first = saver.flush();
    saver.change({ n: 2 });
    await Promise.all([first, saver.flush(), saver.flush()]);
    expect(received).toEqual([
      { revision: 1, answers: { n: 1 } },
      { revision: 2, answers: { n: 2 } },
    ]);
    saver.stop();
  });

  it('keeps what did not arrive, remembers that it may have, and sends it again', async () => {
    const { saver, received } = saverAgainst(unreachable);
    saver.change({ n: 1 });
    expect(await saver.flush()).toEqual({ kind: 'offline' });
    expect(saver.unsaved).toBe(true);
    expect(saver.unconfirmed).toEqual({ n: 1 });
    expect((await saver.flush()).kind).toBe('saved');
    expect(received.map((body) => body.answers)).toEqual([{ n: 1 }, { n: 1 }]);
    expect(saver.unconfirmed).toBeNull();
    saver.stop();
  });

  it('tries once for each flush while nobody is signed in, and goes on after the sign-in', async () => {
    const { saver, received } = saverAgainst(refused('sign-in-required'));
    saver.change({ n: 1 });
    await Promise.all([saver.flush(), saver.flush(), saver.flush()]);
    saver.change({ n: 2 });
    expect((await saver.flush()).kind).toBe('signed-out');
    expect(received).toHaveLength(1);
    expect((await saver.resume()).kind).toBe('saved');
    expect(received.at(-1)).toEqual({ revision: 1, answers: { n: 2 } });
    saver.stop();
  });

  it('never writes over what was saved elsewhere: it goes on with both together', async () => {
    const { saver, received } = saverAgainst(refused('draft-changed-elsewhere'));
    saver.change({ n: 1 });
    expect((await saver.flush()).kind).toBe('conflict');
    saver.change({ n: 2 });
    expect((await saver.flush()).kind).toBe('conflict');
    saver.rebase({ revision: 7, savedAt: '2021-11-05T10:31:00+09:00', answers: { m: 1 } }, { m: 1, n: 2 });
    expect((await saver.flush()).kind).toBe('saved');
    expect(received.at(-1)).toEqual({ revision: 7, answers: { m: 1, n: 2 } });
    saver.stop();
  });

  it('saves nothing that the server has already, so that two tabs come to rest', async () => {
    const { saver, received, states } = saverAgainst();
    saver.rebase({ revision: 7, savedAt: '2021-11-05T10:31:00+09:00', answers: { n: 2 } }, { n: 2 });
    saver.change({ n: 2 });
    expect(await saver.flush()).toEqual({ kind: 'saved', at: '2021-11-05T10:31:00+09:00' });
    expect([received, states]).toEqual([[], ['saved']]);
  });

  it('stops when there is no such draft any more', async () => {
    const { saver } = saverAgainst(refused('not-found'));
    saver.change({ n: 1 });
    expect((await saver.flush()).kind).toBe('gone');
    expect(saver.unsaved).toBe(true);
  });
});
