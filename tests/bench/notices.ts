import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DocumentModel, fillTemplate, noticeFacts, startWorkflow, type Template } from '#engine';
import { readConfig } from '../../src/config/read-config.js';
import type { NoticeInput, NoticeRenderer } from '../../src/notices/notice-renderer.js';
import { signPdf } from '../../src/signatures/sign-pdf.js';
import { TestAuthority } from '../../src/signatures/test-authority.js';
import { loadBenchProcedure, today } from './bench-procedure.js';
import { atLeast, atMost, type Measure } from './report.js';
import { interleave, median, pairedRatio } from './rounds.js';

const perRound = 20;
const at = `${today}T10:00:00+09:00`;
const require = createRequire(import.meta.url);
const { NodeCompiler } =
  require('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');

/** Notices a second: filled by the engine and drawn by our renderer's process, against Typst alone on what is filled. */
export async function benchNotices(): Promise<readonly Measure[]> {
  const fill = await filler();
  const renderer = await builtRenderer();
  const workspace = mkdtempSync(join(tmpdir(), 'tetsuzuki-bench-typst-'));
  const sign = signer(workspace);
  for (const name of ['notice.typ', 'sheet.typ', 'vertical.typ'])
    copyFileSync(join('src', 'notices', 'typst', name), join(workspace, name));
  let n = 0;
  // The renderer's process keeps nobody alive; in operation the server's port does.
  const awake = setInterval(() => undefined, 1_000);
  try {
    const alone = typstAlone(workspace);
    const ours = async (): Promise<number> => {
      const started = performance.now();
      const drawn = Array.from({ length: perRound }, () => renderer.render(inputOf(fill(++n), n)));
      for (const pdf of await Promise.all(drawn)) assertPdf(pdf);
      return rate(started);
    };
    const typst = (): number => {
      const inputs = Array.from({ length: perRound }, () => inputOf(fill(++n), n));
      const started = performance.now();
      for (const input of inputs) assertPdf(alone(input));
      return rate(started);
    };
    await ours();
    typst();
    const signed = async (): Promise<number> => {
      const started = performance.now();
      const drawn = Array.from({ length: perRound }, async () =>
        sign(await renderer.render(inputOf(fill(++n), n))),
      );
      for (const pdf of await Promise.all(drawn)) assertPdf(pdf);
      return rate(started);
    };
    await signed();
    const [oursRates = [], typstRates = [], signedRates = []] = await interleave(
      [
        { name: 'ours', run: ours },
        { name: 'typst', run: typst },
        { name: 'signed', run: signed },
      ],
      6,
    );
    const ratio = pairedRatio(oursRates, typstRates);
    const signedRatio = pairedRatio(signedRates, typstRates);
    const many = await drawMany(renderer, (nth) => inputOf(fill(nth), nth));
    const measure = 'notices';
    return [
      {
        measure,
        subject: 'fill + renderer process',
        value: median(oursRates),
        unit: 'PDF/s',
        more: { best: Math.max(...oursRates) },
        ratio,
        ...atLeast(ratio, 0.8, 'ratio'),
      },
      {
        measure,
        subject: 'the same, signed (PAdES B-T)',
        value: median(signedRates),
        unit: 'PDF/s',
        more: { best: Math.max(...signedRates) },
        ratio: signedRatio,
        ...atLeast(signedRatio, 0.8, 'ratio'),
      },
      ...many,
      {
        measure,
        subject: 'Typst alone',
        value: median(typstRates),
        unit: 'PDF/s',
        more: { best: Math.max(...typstRates) },
      },
    ];
  } finally {
    clearInterval(awake);
    await renderer.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/**
 * One batch, two at a time as a worker does it: what this process and the renderer's hold at the end, against what they
 * held after the first fifth. NOTICE_BATCH says how many (400; 10000 for the full run).
 */
async function drawMany(
  renderer: NoticeRenderer,
  input: (n: number) => NoticeInput,
): Promise<readonly Measure[]> {
  const total = Number(process.env['NOTICE_BATCH'] ?? 400);
  const early: number[] = [];
  const late: number[] = [];
  let next = 0;
  const started = performance.now();
  const work = async (): Promise<void> => {
    while (next < total) {
      const nth = ++next;
      assertPdf(await renderer.render(input(nth)));
      if (nth % 10 !== 0) continue;
      if (nth > total * 0.2 && nth <= total * 0.4) early.push(residentMiB());
      if (nth > total * 0.8) late.push(residentMiB());
    }
  };
  await Promise.all([work(), work()]);
  const growth = median(late) / median(early);
  return [
    {
      measure: 'notice batch',
      subject: `${total} one after another`,
      value: (total / (performance.now() - started)) * 1_000,
      unit: 'PDF/s',
      more: { early_MiB: median(early), late_MiB: median(late), most_MiB: Math.max(...early, ...late) },
      ratio: growth,
      ...atMost(growth, 1.25, 'memory, late to early'),
    },
  ];
}

/** This process and those that it started. */
function residentMiB(): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  const pids = [process.pid, ...children.split(' ').filter(Boolean)];
  return pids.reduce((sum: number, pid) => sum + residentOf(pid), 0) / 1_024;
}

/** In KiB; 0 for one that has ended meanwhile. */
function residentOf(pid: number | string): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** By the test authority, with its time stamp, as in the demo. */
function signer(dataDir: string): (pdf: Buffer) => Promise<Buffer> {
  const authority = new TestAuthority(readConfig({ DATA_DIR: dataDir, DEMO: 'true' }));
  const key = authority.officeKey('商工労働部');
  return async (pdf) =>
    (
      await signPdf(pdf, {
        key,
        stamps: authority,
        name: '商工労働部',
        reason: '交付決定通知書',
        at: new Date(),
      })
    ).pdf;
}

/** As built: from sources its process would have to translate itself at every start. */
async function builtRenderer(): Promise<NoticeRenderer> {
  const file = join(process.cwd(), 'dist', 'server', 'notices', 'typst', 'typst-renderer.js');
  const { TypstRenderer } = (await import(
    pathToFileURL(file).href
  )) as typeof import('../../src/notices/typst/typst-renderer.js');
  return new TypstRenderer();
}

async function filler(): Promise<(n: number) => DocumentModel> {
  const { procedure, answers } = await loadBenchProcedure();
  const template = procedure.notices.get('arrival-receipt') as Template;
  const actor = { kind: 'applicant', id: 'bench', roles: [] } as const;
  const facts = { answers, number: '9040-08-0000001-1', submittedOn: today, warnings: 0 };
  const { state } = startWorkflow(procedure, facts, at, actor);
  return (n) => {
    const document = {
      documentNumber: `設補第${n}号`,
      issuedOn: today,
      link: `https://portal.example/applications/${n}`,
      account: { name: '浪速 花子', mail: 'naniwa@example.jp' },
    };
    return fillTemplate(
      template,
      noticeFacts(procedure, state, { ...facts, number: String(n) }, document, at),
    );
  };
}

function inputOf(model: DocumentModel, n: number): NoticeInput {
  return { model, issuedOn: today, author: '商工労働部', reference: String(n) };
}

/** What the template asks for and these notices have none of. */
const nothingElse = {
  language: 'ja',
  draft: false,
  proof: null,
  seal: null,
  barcode: null,
  variants: [],
  mark: null,
};

/** Same template, fonts and PDF standard, in this very thread. */
function typstAlone(workspace: string): (input: NoticeInput) => Uint8Array {
  const fonts = ['@expo-google-fonts/biz-udmincho', '@expo-google-fonts/noto-serif-jp'];
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [
      {
        fontPaths: fonts.map((font) => join(dirname(require.resolve(`${font}/package.json`)), '400Regular')),
      },
    ],
  });
  const [year, month, day] = today.split('-').map(Number);
  return ({ model, author, reference }) => {
    const inputs = {
      document: JSON.stringify(model),
      meta: JSON.stringify({ author, reference, year, month, day, ...nothingElse }),
    };
    const pdf = compiler.pdf(
      { mainFilePath: join(workspace, 'notice.typ'), inputs },
      { pdfStandard: 'a-2a' },
    );
    compiler.evictCache(10);
    return pdf;
  };
}

function assertPdf(pdf: Uint8Array): void {
  if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') throw new Error('That is no PDF.');
}

function rate(started: number): number {
  return (perRound / (performance.now() - started)) * 1_000;
}
