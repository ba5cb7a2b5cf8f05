import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Block,
  civilDateInJapan,
  compileProcedure,
  type DocumentModel,
  type ExampleMove,
  fillTemplate,
  noticeFacts,
  type Procedure,
  readExample,
  runExample,
} from '#engine';
import { readConfig } from '../../src/config/read-config.js';
import { TypstRenderer } from '../../src/notices/typst/typst-renderer.js';
import { exampleFiles } from '../../src/procedures/check-folder.js';
import { buildPageValidators } from '../../src/procedures/page-validators.js';
import { readFolder } from '../../src/procedures/read-folder.js';
import { signPdf } from '../../src/signatures/sign-pdf.js';
import { TestAuthority } from '../../src/signatures/test-authority.js';
import { issueAuthority } from '../server/support/pki.js';
import {
  checkStructure,
  hasCertutil,
  hasPdfsig,
  hasPoppler,
  hasQpdf,
  listOfAuthorities,
  pagesOf,
  trustOf,
} from '../server/support/pdf-tools.js';

const root = 'procedures';
const folders = readdirSync(root).filter((name) => existsSync(join(root, name, 'procedure.json')));

interface Sent {
  readonly example: string;
  readonly model: DocumentModel;
  readonly procedure: Procedure;
  readonly number: string;
  readonly on: string;
}

/** Every notice that an example sends, each wording once. */
async function sentBy(folder: string): Promise<readonly Sent[]> {
  const files = await readFolder(join(root, folder));
  const compiled = compileProcedure(files);
  if (!compiled.ok) throw new Error(folder);
  const { procedure } = compiled;
  const validators = buildPageValidators(procedure.form).functions;
  const sent = new Map<string, Sent>();
  for (const file of exampleFiles(files)) {
    const { example } = readExample(file, files[file] ?? '');
    const moves: ExampleMove[] = [];
    if (example) {
      runExample(procedure, example, validators, {
        submitted: () => undefined,
        moved: (move) => moves.push(move),
        refused: () => undefined,
      });
    }
    for (const { now, result, application } of moves) {
      for (const effect of result.effects.filter(({ kind }) => kind === 'notice')) {
        const template = procedure.notices.get(effect.template);
        if (!template) throw new Error(effect.template);
        const on = civilDateInJapan(now);
        const document = {
          documentNumber: `${procedure.info.numbering.documentSymbol}第12号`,
          issuedOn: on,
          link: 'https://tetsuzuki.example.lg.jp/applications/0190f000-0000-7000-8000-000000000000',
          account: { name: '見本 太郎', mail: 'mihon@example.jp' },
        };
        const model = fillTemplate(
          template,
          noticeFacts(procedure, result.state, application, document, now),
        );
        sent.set(JSON.stringify(model), { example: file, model, procedure, number: application.number, on });
      }
    }
  }
  return [...sent.values()];
}

const plain = (text: string): string => text.replaceAll(/\s/g, '');
const words = (block: Block): string =>
  plain(block.kind === 'table' ? block.rows.flat().join('') : block.text);

/** What a reader should find: the words of the document in their order, and nothing else. */
function expectedText({ model, number }: Sent, pages: number): readonly string[] {
  const footer = model.blocks
    .filter(({ kind }) => kind === 'footer')
    .map(words)
    .join('');
  const body = model.blocks
    .filter(({ kind }) => kind !== 'footer')
    .map(words)
    .join('');
  return Array.from({ length: pages }, (_, page) => ({
    body: page === 0 ? body : '',
    footer: model.layout === 'certificate' ? footer : `${footer}申込番号${number}${page + 1}/${pages}`,
  }))
    .map(({ footer: end }) => end)
    .concat(body);
}

describe('every notice of the examples', () => {
  const renderer = new TypstRenderer();
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-examples-'));
  const authority = new TestAuthority(readConfig({ DATA_DIR: dataDir, DEMO: 'true' }));
  const all: Sent[] = [];
  const pdfs = new Map<Sent, Buffer>();
  beforeAll(async () => {
    for (const folder of folders) all.push(...(await sentBy(folder)));
    for (const sent of all) {
      const drawn = await renderer.render({
        model: sent.model,
        issuedOn: sent.on,
        author: sent.procedure.info.department,
        reference: `申込番号 ${sent.number}`,
        proof: 'https://tetsuzuki.example.lg.jp/verify/AAAAAAAAAAAAAAAAAAAAAAAA',
      });
      const { department } = sent.procedure.info;
      const { pdf } = await signPdf(drawn, {
        key: authority.officeKey(department),
        stamps: authority,
        name: department,
        reason: sent.model.title,
        at: new Date(),
      });
      pdfs.set(sent, pdf);
    }
  }, 120_000);
  afterAll(async () => {
    await renderer.close();
    rmSync(dataDir, { recursive: true });
  });

  it('is there: each template of each procedure is sent by one at least', async () => {
    for (const folder of folders) {
      const files = await readFolder(join(root, folder));
      const templates = Object.keys(files).filter((file) => file.startsWith('notices/'));
      const titles = new Set(
        all.map(({ model, procedure }) => `${procedure.info.id} ${model.head['title']}`),
      );
      for (const template of templates) {
        const title = /^title: (.*)$/m.exec(files[template] ?? '')?.[1];
        expect(titles).toContain(`${folder} ${title}`);
      }
    }
  });

  (hasPoppler ? it : it.skip)(
    'reads exactly as it was written, to the last character (needs poppler)',
    () => {
      for (const sent of all) {
        const pages = pagesOf(pdfs.get(sent) ?? Buffer.alloc(0));
        const ends = expectedText(sent, pages.length);
        const body = ends.at(-1) ?? '';
        const found = pages.map((page, index) => {
          const end = ends[index] ?? '';
          expect([sent.example, page.slice(page.length - end.length)]).toEqual([sent.example, end]);
          return page.slice(0, page.length - end.length);
        });
        expect([sent.example, found.join('')]).toEqual([sent.example, body]);
      }
    },
  );

  (hasPdfsig && hasCertutil ? it : it.skip)(
    'is signed as a whole by whom the office’s authority vouches for, as another reader says (needs poppler and certutil)',
    () => {
      const ours = listOfAuthorities(authority.anchor().raw);
      const others = listOfAuthorities(issueAuthority('認証局', null).raw);
      try {
        for (const sent of all) {
          const said = trustOf(pdfs.get(sent) ?? Buffer.alloc(0), ours);
          const lines = [
            'Total document signed',
            'Signature is Valid',
            'Certificate is Trusted',
            `${sent.procedure.info.department}（デモ・効力なし）`,
          ];
          expect([sent.example, lines.filter((line) => !said.includes(line))]).toEqual([sent.example, []]);
        }
        const [first] = pdfs.values();
        expect(trustOf(first ?? Buffer.alloc(0), others)).not.toContain('Certificate is Trusted');
      } finally {
        for (const folder of [ours, others]) rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );

  (hasQpdf ? it : it.skip)(
    'has a sound structure (needs qpdf)',
    () => {
      for (const sent of all) {
        const said = checkStructure(pdfs.get(sent) ?? Buffer.alloc(0));
        expect([sent.example, said.includes('No syntax or stream encoding errors')]).toEqual([
          sent.example,
          true,
        ]);
      }
    },
    120_000,
  );
});
