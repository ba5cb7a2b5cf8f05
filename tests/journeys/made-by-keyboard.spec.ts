import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestPage } from '../support/browser.js';
import type { Hands } from './author.js';
import { keyboardHands } from './keyboard.js';
import { agreeToPublish, openBuilder } from './made-procedure.js';
import { makeProcedure } from './make-procedure.js';
import { openPortal, type OpenPortal } from './portal.js';

const plan = { id: 'street-lights', title: '商店街の街路灯の設置補助金', isYearly: true };
/** Most of them lead from one control to the next. */
const MOST = 600;
let portal: OpenPortal;
let author: TestPage;
let hands: Hands;

beforeAll(async () => {
  portal = await openPortal();
  author = await openBuilder(portal.browser, portal.server.url, '青木 さくら');
  hands = keyboardHands(author);
});
afterAll(async () => {
  process.stdout.write(`\n手続を作るまで（キーボードだけ）\n${hands?.told()}\n`);
  await portal?.close();
});

it('a procedure of 31 questions is made from nothing by keyboard alone, and published', async () => {
  await makeProcedure(author, hands, plan, () => author.assertClean());
  expect(hands.count()).toBeLessThanOrEqual(MOST);
  await agreeToPublish(portal.browser, portal.server.url, plan.title);
  const answer = await author.request.get(`${portal.server.url}/procedures/${plan.id}`);
  expect(answer.status()).toBe(200);
});
