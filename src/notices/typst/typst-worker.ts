import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NoticeInput } from '../notice-renderer.js';

/** Messages between the renderer and its process, this file; the only argument is the folder that holds notice.typ. */
export interface TypstRequest {
  readonly input: NoticeInput;
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
const workspace = process.argv[2] ?? '';

const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontPaths: fontPackages.map((file) => join(dirname(file), '400Regular')) }],
});

function render({ model, issuedOn, author, reference, language = 'ja', isDraft }: NoticeInput): Uint8Array {
  const [year, month, day] = issuedOn.split('-').map(Number);
  return compiler.pdf(
    {
      mainFilePath: join(workspace, 'notice.typ'),
      inputs: {
        document: JSON.stringify(model),
        meta: JSON.stringify({ author, reference, language, year, month, day, draft: isDraft === true }),
      },
    },
    { pdfStandard: 'a-2a' },
  );
}

function answer({ input }: TypstRequest): TypstAnswer {
  try {
    return { pdf: render(input) };
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
