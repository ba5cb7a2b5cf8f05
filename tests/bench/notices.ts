import { mkdtempSync, copyFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DocumentModel, fillTemplate, noticeFacts, startWorkflow, type Template } from '#engine';
import type { NoticeInput, NoticeRenderer } from '../../src/notices/notice-renderer.js';
import { loadBenchProcedure, today } from './bench-procedure.js';
import { atLeast, type Measure } from './report.js';
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
  copyFileSync(join('src', 'notices', 'typst', 'notice.typ'), join(workspace, 'notice.typ'));
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
    const [oursRates = [], typstRates = []] = await interleave(
      [
        { name: 'ours', run: ours },
        { name: 'typst', run: typst },
      ],
      6,
    );
    const ratio = pairedRatio(oursRates, typstRates);
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
      meta: JSON.stringify({ author, reference, year, month, day }),
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
