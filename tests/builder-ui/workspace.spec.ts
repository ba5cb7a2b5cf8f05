import { afterEach, describe, expect, it } from '@jest/globals';
import type { Operation, ProcedureFiles } from '#engine';
import { Workspace } from '../../builder-ui/src/workspace/workspace.js';
import { soon } from '../support/soon.js';
import { OneDraftServer } from './one-draft-server.js';

const files: ProcedureFiles = {
  'procedure.json': '{\n  "title": "補助金",\n  "fee": null\n}\n',
  'texts/en.json': '{}\n',
};
const set = (keyword: string, value: string): Operation => ({ kind: 'set-info', keyword, value });
const info = (of: ProcedureFiles): unknown => JSON.parse(of['procedure.json'] ?? '');

/** None goes on trying behind the back of the test that follows. */
const opened: Workspace[] = [];
afterEach(() => opened.splice(0).forEach((workspace) => workspace.leave()));

function open(server: OneDraftServer, kept: Workspace['kept'] | null = null): Workspace {
  const workspace = new Workspace(server.draft, server, kept);
  opened.push(workspace);
  return workspace;
}

function twoAuthors() {
  const server = new OneDraftServer(files);
  return { server, mine: open(server), theirs: open(server) };
}

/** Mine took back its title while theirs was saved upon it: no operation says which it shall be. */
async function contested() {
  const { server, mine, theirs } = twoAuthors();
  mine.perform(set('title', '私の題'), '題');
  await mine.save();
  await theirs.hearNews();
  theirs.perform(set('title', '相手の題'), '題');
  await theirs.save();
  mine.undo();
  await mine.save();
  await soon(() => Promise.resolve(expect(mine.state.saving).toBe('conflict')));
  return { server, mine };
}

describe('two authors of one draft', () => {
  it('have both what both did at different places', async () => {
    const { server, mine, theirs } = twoAuthors();
    mine.perform(set('title', '私の題'), '題');
    theirs.perform(set('fee', '300円'), '手数料');
    await mine.save();
    await theirs.save();
    await mine.hearNews();
    expect(info(server.files)).toEqual({ title: '私の題', fee: '300円' });
    expect([mine.state.files, theirs.state.files]).toEqual([server.files, server.files]);
    expect(mine.state.arrived).toEqual({ files: ['procedure.json'], by: ['石井'] });
    mine.undo();
    expect(info(mine.state.files)).toEqual({ title: '補助金', fee: '300円' });
  });

  it('are asked where nobody else can say which it shall be, and nothing goes on before', async () => {
    const { server, mine } = await contested();
    expect(mine.state.conflict?.contested).toEqual(['procedure.json']);
    mine.perform(set('fee', '300円'), '手数料');
    await mine.save();
    expect(info(server.files)).toEqual({ title: '相手の題', fee: null });
  });

  it('who takes theirs has it, and can have back their own', async () => {
    const { server, mine } = await contested();
    mine.settle(new Set(), '突き合わせ');
    expect([mine.state.saving, mine.state.files]).toEqual(['saved', server.files]);
    expect(info(server.files)).toEqual({ title: '相手の題', fee: null });
    mine.undo();
    expect(info(mine.state.files)).toEqual({ title: '補助金', fee: null });
  });

  it('who takes their own says so to the server, which keeps both in its history', async () => {
    const { server, mine } = await contested();
    mine.settle(new Set(['procedure.json']), '突き合わせ');
    await mine.save();
    expect(info(server.files)).toEqual({ title: '補助金', fee: null });
    expect(mine.state).toMatchObject({ saving: 'saved', conflict: null, files: server.files });
  });
});

describe('a screen that is loaded again', () => {
  const reloaded = (server: OneDraftServer, before: Workspace): Workspace => open(server, before.kept);

  it('has what was typed without a line, with all that can be undone, and sends it', async () => {
    const { server, mine } = twoAuthors();
    server.isAway = true;
    mine.perform(set('title', '私の題'), '題');
    await mine.save();
    expect(mine.state.saving).toBe('away');
    const again = reloaded(server, mine);
    expect([info(again.state.files), again.state.undo.length]).toEqual([{ title: '私の題', fee: null }, 1]);
    server.isAway = false;
    await again.save();
    expect(info(server.files)).toEqual({ title: '私の題', fee: null });
  });

  it('asks again what was not answered, and has lost nothing', async () => {
    const { server, mine } = await contested();
    const again = reloaded(server, mine);
    await again.save();
    await soon(() => Promise.resolve(expect(again.state.conflict?.contested).toEqual(['procedure.json'])));
    expect(info(again.state.files)).toEqual({ title: '補助金', fee: null });
    expect(info(server.files)).toEqual({ title: '相手の題', fee: null });
  });

  it('does nothing twice that had arrived without its knowing', async () => {
    const { server, mine } = twoAuthors();
    mine.perform(set('title', '私の題'), '題');
    const before = mine.kept;
    await mine.save();
    const again = open(server, before);
    expect([again.state.saving, again.state.revision, again.state.files]).toEqual(['saved', 2, server.files]);
  });
});
