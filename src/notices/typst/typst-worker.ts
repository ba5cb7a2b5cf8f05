import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { encode } from 'uqr';
import type { NoticeInput } from '../notice-renderer.js';
import { barcodeSvg } from './barcode.js';
import { sortVariants, type Variants, variantsOf } from './variants.js';

/** Messages between the renderer and its process, this file; the only argument is the folder that holds the templates. */
export interface TypstRequest {
  readonly inputs: readonly NoticeInput[];
  /** Proofs of many in one file; otherwise there is one input, and the file is the notice itself. */
  readonly bound: boolean;
}
export type TypstAnswer =
  { readonly pdf: Uint8Array } | { readonly unprintable: string } | { readonly error: string };

const require = createRequire(import.meta.url);
const { NodeCompiler } =
  require('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');

const fontPackages = [
  require.resolve('@expo-google-fonts/biz-udmincho/package.json'),
  require.resolve('@expo-google-fonts/noto-serif-jp/package.json'),
];
const fontFolders = fontPackages.map((file) => join(dirname(file), '400Regular'));
const workspace = process.argv[2] ?? '';

/** In the order of `font` in sheet.typ. Read once something has a variant. */
let fonts: readonly Variants[] | null = null;
function variants(): readonly Variants[] {
  fonts ??= fontFolders.map((folder) => {
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.ttf'));
    return variantsOf(readFileSync(join(folder, file)));
  });
  return fonts;
}

const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontPaths: fontFolders }],
});

const hasSelector = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u;

class NoGlyph extends Error {
  constructor(sequences: readonly string[]) {
    const named = sequences.map((one) => {
      const numbers = Array.from(one, (part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
      return `${one} (${numbers.join(' ')})`;
    });
    super(`the variant ${named.join(', ')} could not be displayed with font`);
  }
}

/** What a template is told beside the document. */
function metaOf(input: NoticeInput): object {
  const { model, issuedOn, author, reference, language = 'ja', isDraft, proof, seal, mark } = input;
  const [year, month, day] = issuedOn.split('-').map(Number);
  const words = [
    model.title,
    author,
    reference,
    mark ?? '',
    ...model.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : block.text)),
  ];
  const { elsewhere, nowhere } = hasSelector.test(words.join(''))
    ? sortVariants(words, variants())
    : { elsewhere: [], nowhere: [] };
  if (nowhere.length > 0) throw new NoGlyph(nowhere);
  const barcode = ['ticket', 'cover'].includes(model.layout) ? barcodeSvg(reference) : null;
  return {
    author,
    reference,
    language,
    year,
    month,
    day,
    draft: isDraft === true,
    proof: proof ? { address: proof, code: codeSvg(proof) } : null,
    seal: seal ? sealSvg(seal) : null,
    barcode,
    variants: elsewhere,
    mark: mark ?? null,
  };
}

function render({ inputs, bound }: TypstRequest): Uint8Array {
  const [first] = inputs;
  if (!first) throw new Error('Nothing is to be drawn.');
  const documents = inputs.map((input) => ({ document: input.model, meta: metaOf(input) }));
  const inputsOfTypst: Record<string, string> = bound
    ? { documents: JSON.stringify(documents) }
    : { document: JSON.stringify(first.model), meta: JSON.stringify(documents[0]?.meta) };
  const mainFilePath = join(workspace, bound ? 'proofs.typ' : 'notice.typ');
  return compiler.pdf({ mainFilePath, inputs: inputsOfTypst }, { pdfStandard: 'a-2a' });
}

/** Drawn as lines, so that it stays sharp on paper; with the quiet zone of the standard. */
function codeSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}

function sealSvg(png: Uint8Array): string {
  const data = Buffer.from(png).toString('base64');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><image width="100" height="100" href="data:image/png;base64,${data}"/></svg>`;
}

function answer(request: TypstRequest): TypstAnswer {
  try {
    return { pdf: render(request) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return text.includes('could not be displayed with font') ? { unprintable: text } : { error: text };
  } finally {
    // Typst's memory of former documents is global and grows with each one.
    compiler.evictCache(10);
  }
}

process.on('message', (request: TypstRequest) => {
  process.send?.(answer(request));
});
// Ended by the renderer alone, which may still be finishing its work when the whole group is told to stop …
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// … or by the renderer's own end, however it comes.
process.on('disconnect', () => {
  rmSync(workspace, { recursive: true, force: true });
  process.exit();
});
