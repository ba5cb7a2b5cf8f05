import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { APIRequestContext, Browser } from 'playwright-core';
import {
  answerText,
  compileForm,
  englishOf,
  type Field,
  type Form,
  prefillAnswers,
  translateForm,
} from '#engine';
import { FIELD_TYPES, fieldTypeOf } from '../../renderer-ui/src/form/field-types.js';
import { idOf, valueAt, withValueAt } from '../../renderer-ui/src/form/pointer.js';
import { readFolder } from '../../src/procedures/read-folder.js';
import { goOn, goOnInVain } from '../journeys/applicant.js';
import { accessibilityFaults } from '../support/accessibility-faults.js';
import { execute } from '../support/cluster.js';
import { launchBrowser, newPage, type TestPage } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { startServer, type TestServer } from '../support/server.js';
import { soon } from '../support/soon.js';
import { settled } from '../support/settled.js';
import { CONTRACTS, type Contract } from './every-field-type.contracts.js';

const FOLDER = 'tests/renderer-ui/procedures';

let form: Form;
let english: Form;
beforeAll(async () => {
  const files = await readFolder(`${FOLDER}/every-field`);
  const compiled = compileForm(files);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  form = compiled.form;
  english = translateForm(form, englishOf(files));
});

const fieldOf = (contract: Contract, spoken = form): Field => {
  const field = spoken.fields.get(contract.field);
  if (!field) throw new Error(contract.field);
  return field;
};
const pointerTo = (contract: Contract): string => `/${contract.field.replaceAll('.', '/')}`;

describe('the contract', () => {
  it('is signed by every type of field', () => {
    const signed = new Set(CONTRACTS.map(({ type }) => type));
    expect(FIELD_TYPES.map(({ name }) => name).filter((name) => !signed.has(name))).toEqual([]);
  });

  it.each(CONTRACTS)('$field is drawn as $type', (contract) => {
    expect(fieldTypeOf(form, fieldOf(contract)).name).toBe(contract.type);
  });

  it.each(CONTRACTS.filter(({ type }) => type !== 'attachment'))(
    '$field reads $shown in a PDF, $inEnglish in English',
    (contract) => {
      const inEnglish = answerText(english, fieldOf(contract, english), contract.answer, 'en');
      expect([answerText(form, fieldOf(contract), contract.answer, 'ja'), inEnglish]).toEqual([
        contract.shown.replaceAll('\n', '、'),
        contract.inEnglish,
      ]);
    },
  );

  it.each(CONTRACTS)(
    '$field begins with what was answered before, unless it is a promise or a file',
    (contract) => {
      const answered: Record<string, Record<string, unknown>> = {};
      for (const { field, answer } of CONTRACTS) {
        const [page = '', name = ''] = field.split('.');
        (answered[page] ??= {})[name] = answer;
      }
      const { answers } = prefillAnswers(form, { previous: answered });
      const given = ['consent', 'attachment'].includes(contract.type) ? undefined : contract.answer;
      expect(valueAt(answers, pointerTo(contract))).toEqual(given);
    },
  );
});

describe('every question, on a phone, by the keyboard alone', () => {
  let server: TestServer;
  let browser: Browser;
  let page: TestPage;
  let draft: string;
  beforeAll(async () => {
    server = await startServer({ env: { PROCEDURES_DIR: FOLDER } });
    browser = await launchBrowser();
    page = await newPage(browser, { width: 390 });
    // From now on the browser hands its file dialogs over; told only then, a quick key would open one for nobody.
    page.on('filechooser', () => undefined);
    await page.goto(`${server.url}/sign-in?next=/applications`);
    await page.getByRole('button', { name: '株式会社なにわ酒場として入力' }).click();
    await page.getByRole('button', { name: 'ログインする' }).click();
    await page.getByRole('heading', { level: 1, name: 'マイページ' }).waitFor();
    const started = await page.request.post(`${server.url}/api/drafts`, {
      data: { procedureId: 'every-field' },
      headers: { origin: server.url },
    });
    draft = ((await started.json()) as { id: string }).id;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = async (name: string): Promise<void> => {
    await page.goto(`${server.url}/drafts/${draft}/${name}`);
    await page.locator('.tz-step [type=submit]:enabled').waitFor();
    await settled(page);
  };
  const on = (name: string): readonly Contract[] =>
    CONTRACTS.filter(({ field }) => field.startsWith(`${name}.`));
  const control = (contract: Contract) => page.locator(`[id="${idOf(pointerTo(contract))}"]`);
  /** What a screen reader says with the control: its own description, and that of its group. */
  const described = (contract: Contract): Promise<string> =>
    control(contract).evaluate((element) =>
      [element, element.closest('fieldset')]
        .flatMap((one) => (one?.getAttribute('aria-describedby') ?? '').split(' '))
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join('\n'),
    );
  /** The words that name the question. */
  const named = (contract: Contract): Promise<string> =>
    control(contract).evaluate((element) => {
      const group = element.closest('fieldset');
      const label =
        document.querySelector(`label[for="${CSS.escape(element.id)}"]`) ?? element.closest('label');
      return ((group ?? element).querySelector(':scope > legend') ?? label)?.textContent ?? '';
    });
  const kept = async (contract: Contract): Promise<unknown> => {
    const answer = await page.request.get(`${server.url}/api/drafts/${draft}`);
    return valueAt(((await answer.json()) as { answers: unknown }).answers, pointerTo(contract));
  };

  it.each(['words', 'amounts', 'choices', 'place', 'papers'])(
    'has its name, its help and why it is asked, and says what is missing: %s',
    async (name) => {
      await open(name);
      const faults = { before: await accessibilityFaults(page, 'main'), after: [] as readonly string[] };
      for (const contract of on(name)) {
        const field = fieldOf(contract);
        const mark = contract.required === false ? '' : '※必須';
        await soon(async () =>
          expect([contract.field, await named(contract)]).toEqual([contract.field, `${field.title}${mark}`]),
        );
        const said = await described(contract);
        expect(said).toContain(field.description);
        if (contract.example !== null) expect(said).toContain(contract.example);
        const why = page.getByText(new RegExp(`^なぜ聞くの？ ${field.title.replace(/[（）]/g, '.')}$`));
        await soon(async () => expect([contract.field, await why.count()]).toEqual([contract.field, 1]));
      }
      await goOnInVain(page);
      for (const contract of on(name)) {
        const isWrong = contract.required !== false;
        const invalid = await control(contract).evaluate(
          (element) =>
            (element.getAttribute('aria-invalid') ?? element.getAttribute('data-invalid')) === 'true',
        );
        expect([contract.field, invalid]).toEqual([contract.field, isWrong]);
        if (isWrong) await soon(async () => expect(await described(contract)).toContain('＊'));
      }
      faults.after = await accessibilityFaults(page, 'main');
      expect(faults).toEqual({ before: [], after: [] });
    },
  );

  it.each(['words', 'amounts', 'choices', 'place', 'papers'])('is answered and kept: %s', async (name) => {
    await open(name);
    for (const contract of on(name)) {
      await control(contract).focus();
      await contract.enter(page.keyboard, page);
      await page.keyboard.press('Tab');
    }
    for (const contract of on(name)) {
      const { answer } = contract;
      await eventually(`${contract.field} is kept`, async () => {
        const now = await kept(contract);
        const same = answer === null ? Array.isArray(now) : JSON.stringify(now) === JSON.stringify(answer);
        return same || undefined;
      });
    }
  });

  it('fills in what an answer tells: address, reading of codes, nothing over what somebody wrote', async () => {
    const answer = await page.request.get(`${server.url}/api/drafts/${draft}`);
    const { answers } = (await answer.json()) as { answers: { place: unknown } };
    expect(answers.place).toMatchObject({
      prefecture: '大阪府',
      city: '大阪市中央区',
      town: '大手前',
      bank_code: '0001',
      branch_code: '116',
    });
    await open('place');
    await page.getByLabel(/^町名・番地/).fill('大手前2丁目');
    await page.getByLabel(/^郵便番号/).fill('5420081');
    await page.getByText('町名・番地は入力してあるので、そのままにしました。').first().waitFor();
    await soon(async () => expect(await page.getByLabel(/^町名・番地/).inputValue()).toBe('大手前2丁目'));
    await page.getByRole('button', { name: '「大阪府大阪市中央区南船場」に置き換える' }).click();
    await soon(async () => expect(await page.getByLabel(/^町名・番地/).inputValue()).toBe('南船場'));
    await page.getByLabel(/^郵便番号/).fill('4980000');
    await page.getByRole('button', { name: '三重県桑名郡木曽岬町' }).click();
    await page.getByLabel(/^郵便番号/).fill('5408570');
    await page.getByText('この郵便番号の住所は見つかりませんでした').first().waitFor();
    await page.getByLabel(/^郵便番号/).fill('5400008');
  });

  it('is told again for review', async () => {
    await open('list');
    await page.getByLabel(/^店の名前/).fill('たこ焼き屋');
    await page.getByRole('radio', { name: '食べ物' }).check();
    await goOn(page, '内容の確認と提出');
    const told = async (title: string): Promise<string> =>
      page
        .locator('.tz-list__row', { has: page.locator('dt').getByText(title, { exact: true }) })
        .last()
        .locator('dd')
        .innerText();
    for (const contract of CONTRACTS) {
      const { title } = fieldOf(contract);
      await soon(async () =>
        expect([title, await told(title)]).toEqual([title, expect.stringContaining(contract.shown)]),
      );
    }
    await soon(async () => expect(await told('補助の額')).toContain('155,000円'));
  });

  describe('in a correction', () => {
    const comment = 'もう一度ご確認ください。';
    const isNamed = (contract: Contract): boolean => CONTRACTS.indexOf(contract) % 2 === turn;
    let turn = 0;

    const ask = async <T>(
      request: APIRequestContext,
      method: 'GET' | 'POST' | 'PUT',
      path: string,
      data?: object,
    ): Promise<T> => {
      const headers = { origin: server.url };
      const answer = await request.fetch(`${server.url}/api/${path}`, {
        method,
        headers,
        ...(data && { data }),
      });
      if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
      return (await answer.json()) as T;
    };
    interface Kept {
      readonly id: string;
      readonly revision: number;
      readonly answers: Readonly<Record<string, unknown>>;
    }

    const { answers: ofExample } = JSON.parse(
      readFileSync(`${FOLDER}/every-field/examples/01-every-field.json`, 'utf8'),
    ) as { readonly answers: Readonly<Record<string, unknown>> };

    /** The contracts' answers handed in, and every second of them sent back with a word. */
    const sendBack = async (): Promise<string> => {
      const { papers: _files, ...others } = ofExample;
      const answers = CONTRACTS.filter(({ type }) => type !== 'attachment').reduce(
        (given, contract) => withValueAt(given, pointerTo(contract), contract.answer),
        others,
      );
      const { id, revision } = await ask<Kept>(page.request, 'POST', 'drafts', {
        procedureId: 'every-field',
        another: true,
      });
      await ask(page.request, 'PUT', `drafts/${id}`, { revision, answers });
      await page.goto(`${server.url}/drafts/${id}/papers`);
      await page.locator('.tz-step [type=submit]:enabled').waitFor();
      for (const contract of on('papers')) {
        await control(contract).focus();
        await contract.enter(page.keyboard, page);
      }
      const full = await eventually('the file belongs to the answers', async () => {
        const now = await ask<Kept>(page.request, 'GET', `drafts/${id}`);
        return (valueAt(now.answers, '/papers/map') as unknown[] | undefined)?.length ? now : undefined;
      });
      const { applicationId } = await ask<{ applicationId: string }>(
        page.request,
        'POST',
        `drafts/${id}/submit`,
        {
          revision: full.revision,
        },
      );
      const { request } = await browser.newContext();
      await ask(request, 'POST', 'session/staff', { login: 'sato', password: 'tetsuzuki-demo' });
      const { lock } = await ask<{ lock: number }>(request, 'GET', `desk/applications/${applicationId}`);
      await ask(request, 'POST', `desk/applications/${applicationId}/actions/ask_correction`, {
        lock,
        reason: '確認',
        publicReason: '確認をお願いします。',
        targets: CONTRACTS.filter(isNamed).map((contract) => ({ path: pointerTo(contract), comment })),
      });
      return (await ask<Kept>(page.request, 'POST', `applications/${applicationId}/correction`)).id;
    };

    beforeAll(async () => {
      await execute(
        server.databaseUrl ?? '',
        `insert into staff_role (staff_id, procedure_id, role)
         select id, 'every-field', 'reviewer' from staff where login = 'sato'`,
      );
    });

    it.each([0, 1])(
      'it is open where it is named, with the words of the office, and told elsewhere: %i',
      async (which) => {
        turn = which;
        const correction = await sendBack();
        for (const name of ['words', 'amounts', 'choices', 'place', 'papers']) {
          if (!on(name).some(isNamed)) continue;
          await page.goto(`${server.url}/drafts/${correction}/${name}`);
          await page.locator('.tz-step [type=submit]:enabled').waitFor();
          await settled(page);
          for (const contract of on(name)) {
            const { title } = fieldOf(contract);
            const locked = page.locator('.tz-locked', {
              has: page.locator('.tz-locked__label', { hasText: new RegExp(`^${title} `) }),
            });
            const seen = async () => ({
              field: contract.field,
              open: await control(contract).count(),
              locked: await locked.count(),
            });
            await soon(async () =>
              expect(await seen()).toEqual({
                field: contract.field,
                open: isNamed(contract) ? 1 : 0,
                locked: isNamed(contract) ? 0 : 1,
              }),
            );
            if (!isNamed(contract))
              await soon(async () => expect(await locked.innerText()).toContain(contract.shown));
            else if (fieldTypeOf(form, fieldOf(contract)).frame !== 'own')
              await soon(async () => expect(await described(contract)).toContain(comment));
          }
          await soon(async () =>
            expect(await page.getByText(comment).count()).toBe(on(name).filter(isNamed).length),
          );
        }
        await page.assertClean();
      },
    );
  });

  it.each(['words', 'amounts', 'choices', 'place', 'papers'])('speaks English: %s', async (name) => {
    await page.evaluate(() => localStorage.setItem('tetsuzuki.language', 'en'));
    await open(name);
    for (const contract of on(name)) {
      const { title } = fieldOf(contract, english);
      await soon(async () => expect(await named(contract)).toContain(title));
    }
    // What is Japanese in an English page is marked as such.
    const unmarked = await page.locator('main').evaluate((main) => {
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const text = walker.currentNode.textContent ?? '';
        if (/[\u3040-\u30ff\u4e00-\u9fff]/u.test(text) && parent?.closest('[lang=ja], textarea') === null)
          found.push(text);
      }
      return found;
    });
    expect(unmarked).toEqual([]);
  });

  it.each(['words', 'amounts', 'choices', 'place', 'papers'])(
    'is left out again, not kept empty: %s',
    async (name) => {
      await page.evaluate(() => localStorage.setItem('tetsuzuki.language', 'ja'));
      await open(name);
      const cleared = on(name).filter(({ clear }) => clear !== null);
      for (const { clear, ...contract } of cleared) {
        await control(contract).focus();
        if (clear) await clear(page.keyboard, page);
        else {
          await page.keyboard.press('ControlOrMeta+a');
          await page.keyboard.press('Backspace');
        }
        await page.keyboard.press('Tab');
      }
      for (const contract of cleared)
        await eventually(
          `${contract.field} is gone`,
          async () => (await kept(contract)) === undefined || undefined,
        );
      await page.assertClean();
    },
  );

  it('takes a day from the calendar, too, by the keys of a grid', async () => {
    await open('amounts');
    const day = on('amounts').find(({ type }) => type === 'date');
    if (!day) throw new Error('No date among the contracts.');
    await control(day).focus();
    for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    const calendar = page.getByRole('dialog', { name: fieldOf(day).title });
    await calendar.getByRole('grid').waitFor();
    await calendar.getByLabel('年', { exact: true }).selectOption('1989');
    await calendar.getByLabel('月', { exact: true }).selectOption('1月');
    await calendar.getByRole('grid', { name: '昭和64年・平成元年（1989年）1月' }).waitFor();
    expect(await accessibilityFaults(page, 'dialog[open]')).toEqual([]);
    await calendar.getByRole('button', { name: '1989年1月7日（土）' }).focus();
    for (const key of ['PageDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await calendar.waitFor({ state: 'detached' });
    await page.getByText('平成元年2月8日（1989年）').waitFor();
    await eventually('the day is kept', async () => (await kept(day)) === '1989-02-08' || undefined);
    await page.assertClean();
  });
});
