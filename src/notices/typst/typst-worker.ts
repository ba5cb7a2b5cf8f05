import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { NoticeInput } from '../notice-renderer.js';

/** Typst blocks its thread while it works, so it has one of its own. */
export interface TypstWorkerData {
  /** Folder that holds notice.typ and nothing else: Typst may read everything in it. */
  readonly workspace: string;
}
export interface TypstRequest {
  readonly id: number;
  readonly input: NoticeInput;
}
export type TypstAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly unprintable: string }
  | { readonly id: number; readonly error: string };

const require = createRequire(import.meta.url);
const { NodeCompiler } =
  require('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');

const fontFolder = (font: string) => dirname(require.resolve(`${font}/package.json`));
const { workspace } = workerData as TypstWorkerData;

const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [
    {
      fontPaths: [
        join(fontFolder('@expo-google-fonts/biz-udmincho'), '400Regular'),
        join(fontFolder('@expo-google-fonts/noto-serif-jp'), '400Regular'),
      ],
    },
  ],
});

function render({ model, issuedOn, author, reference }: NoticeInput): Uint8Array {
  const [year, month, day] = issuedOn.split('-').map(Number);
  return compiler.pdf(
    {
      mainFilePath: join(workspace, 'notice.typ'),
      inputs: {
        document: JSON.stringify(model),
        meta: JSON.stringify({ author, reference, year, month, day }),
      },
    },
    { pdfStandard: 'a-2a' },
  );
}

function answer({ id, input }: TypstRequest): TypstAnswer {
  try {
    return { id, pdf: render(input) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return /could not be displayed with font|not be displayed/.test(text)
      ? { id, unprintable: text }
      : { id, error: text };
  } finally {
    // Typst's memory of former documents is global and grows with each one.
    compiler.evictCache(10);
  }
}

parentPort?.on('message', (request: TypstRequest) => {
  parentPort?.postMessage(answer(request));
});
