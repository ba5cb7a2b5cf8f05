import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasPoppler, textOf } from '../server/support/pdf-tools.js';
import type { TestPage } from '../support/browser.js';
import { soon } from '../support/soon.js';
import { arriveAt, download, openMail } from './applicant.js';
import { type Hands, mouseHands } from './author.js';
import { makeProcedure } from './make-procedure.js';
import { agreeToPublish, apply, giveRoles, openBuilder, review } from './made-procedure.js';
import { printToPdf } from './papers.js';
import { openPortal, type OpenPortal } from './portal.js';
import { startStory } from './story.js';
import { startWalk } from './walk.js';

/** An author who knows the builder needs no more than this from 白紙 to the publication. */
const MOST = 75;
const id = 'crime-prevention';
const title = '商店街の防犯設備の設置補助金';
const walk = startWalk('made-by-mouse');
let portal: OpenPortal;
let author: TestPage;
let applicant: TestPage;
let hands: Hands;
let number: string;
const step = startStory(() => walk.keepLastSight(portal.browser));

beforeAll(async () => {
  portal = await openPortal();
  author = await openBuilder(portal.browser, portal.server.url, '青木 さくら');
  hands = mouseHands();
});
afterAll(async () => {
  process.stdout.write(`\n手続を作るまで（マウス）\n${hands?.told()}\n`);
  await portal?.close();
});

describe('a procedure of 31 questions, made from nothing by mouse', () => {
  step('is written, without an error, and asked to be published', async () => {
    await makeProcedure(author, hands, { id, title, isYearly: false }, (screen) => walk.look(author, screen));
    await author.assertClean();
    expect(hands.count()).toBeLessThanOrEqual(MOST);
  });

  step('is published once somebody else agrees, and has its officials', async () => {
    await agreeToPublish(portal.browser, portal.server.url, title);
    await giveRoles(portal.browser, portal.server.url, title);
  });

  step('asks an applicant what its conditions say, and sums up the rows', async () => {
    const estimate = await printToPdf(portal.browser, '見積書');
    ({ number, applicant } = await apply(portal.browser, portal.server.url, id, estimate));
    const mail = await openMail(applicant, '申請を受け付けました', 'なんば商店会');
    await soon(async () => expect(await mail.innerText()).toContain('団体：なんば商店会'));
  });

  step('goes through its three stages to the decision', async () => {
    await review(portal.browser, portal.server.url, number);
    const mail = await openMail(applicant, '交付が決まりました', '費用の合計');
    await soon(async () => expect(await mail.innerText()).toMatch(/費用の合計（円）：450,?000/));
    await mail.getByRole('link').click();
    await arriveAt(applicant, title);
    const link = /交付決定通知書.*保存する/;
    await applicant.getByRole('link', { name: link }).waitFor();
    const letter = await download(applicant, link);
    if (hasPoppler) {
      const text = textOf(letter).replaceAll(/\s/gu, '');
      for (const words of [
        '交付決定通知書',
        '次の団体への補助金の交付を決定しました',
        'なんば商店会',
        '商経第',
      ])
        expect(text).toContain(words);
    } else console.warn('pdftotext is not on this machine: the text of the notice was not read.');
    await applicant.assertClean();
  });

  it('no screen on the way kept anyone from using it', () => {
    expect(walk.faults).toEqual([]);
  });
});
