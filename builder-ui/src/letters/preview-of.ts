import {
  type DocumentModel,
  englishIn,
  EvaluationError,
  type ExampleMove,
  fillTemplate,
  noticeFacts,
  type Procedure,
  type ProcedureFiles,
  readExample,
  runExample,
  translateProcedure,
  translateTemplate,
  UnprintableTextError,
} from '#engine';

export type LetterKind = 'message' | 'notice';

export interface Preview {
  readonly document: DocumentModel;
  /** What it came out in: whoever wants English gets a mail in Japanese where a line of it has none. */
  readonly language: 'ja' | 'en';
  /** Whether the example sends it at all. */
  readonly isSent: boolean;
}

interface Wanted {
  readonly kind: LetterKind;
  /** `granted` of `messages/granted.md` */
  readonly name: string;
  /** Of `examples/`, without its ending. */
  readonly example: string;
  readonly language: 'ja' | 'en';
}

/** As the server writes it (`src/notices/write-document.ts`). Null where it cannot be filled in. */
export function previewOf(
  procedure: Procedure,
  files: ProcedureFiles,
  { kind, name, example, language }: Wanted,
): Preview | null {
  const japanese = (kind === 'message' ? procedure.messages : procedure.notices).get(name);
  const file = `examples/${example}.json`;
  try {
    const found = japanese && moveThatSends(procedure, kind, name, file, files[file] ?? '');
    if (!found) return null;
    const find = englishIn(files);
    const english = language === 'en' && kind === 'message' ? translateTemplate(japanese, find) : null;
    const spoken = english ? 'en' : 'ja';
    const told = english ? translateProcedure(procedure, (text) => find(text) ?? text) : procedure;
    const { result, application, now } = found.move;
    const facts = noticeFacts(told, result.state, application, documentOf(procedure, now), now, spoken);
    const document = fillTemplate(english ?? japanese, facts, spoken);
    return { document, language: spoken, isSent: found.isSent };
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof UnprintableTextError) return null;
    throw error;
  }
}

/** Whether anything of the draft has English. */
export function hasEnglish(files: ProcedureFiles): boolean {
  return 'texts/en.json' in files;
}

function moveThatSends(
  procedure: Procedure,
  kind: LetterKind,
  name: string,
  file: string,
  text: string,
): { readonly move: ExampleMove; readonly isSent: boolean } | null {
  const { example } = readExample(file, text);
  if (!example) return null;
  const moves: ExampleMove[] = [];
  // What the pages alone check keeps nobody from reading a text.
  const checks = Object.fromEntries(procedure.form.pages.map((page) => [page.name, () => true]));
  runExample(procedure, example, checks, {
    submitted: () => undefined,
    moved: (move) => moves.push(move),
    refused: () => undefined,
  });
  const sending = moves.filter(({ result }) =>
    result.effects.some((effect) => effect.kind === kind && effect.template === name),
  );
  const move = sending.at(-1) ?? moves.at(-1);
  return move ? { move, isSent: sending.length > 0 } : null;
}

function documentOf({ info }: Procedure, now: string): Parameters<typeof noticeFacts>[3] {
  return {
    documentNumber: `${info.numbering.documentSymbol}第1号`,
    issuedOn: now.slice(0, 10),
    link: 'https://example.jp/applications/1',
    account: { name: '見本　太郎', mail: 'applicant@example.jp' },
  };
}

/** The example that says it sends this, or the first. */
export function usualExample(files: ProcedureFiles, name: string): string | undefined {
  const examples = examplesIn(files);
  return examples.find((one) => (files[`examples/${one}.json`] ?? '').includes(`"${name}"`)) ?? examples[0];
}

export function examplesIn(files: ProcedureFiles): readonly string[] {
  return Object.keys(files).flatMap((file) => /^examples\/(.+)\.json$/.exec(file)?.[1] ?? []);
}
