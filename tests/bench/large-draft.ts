import type { ProcedureFiles } from '#engine';
import { readFolder } from '../../src/procedures/read-folder.js';
import { benchFolder } from './bench-procedure.js';
import { questions } from './long-form.js';

const PAGES = 10;

/** A folder with so many questions on ten pages of their own, and a review of so many stages one behind the other. */
export async function largeDraft(fields: number, stages: number): Promise<ProcedureFiles> {
  const files = await readFolder(benchFolder);
  const examples = Object.keys(files).filter((file) => file.startsWith('examples/'));
  const kept = Object.fromEntries(Object.entries(files).filter(([file]) => !examples.includes(file)));
  const edit = (file: string, change: (content: Json) => Json): string =>
    `${JSON.stringify(change(JSON.parse(files[file] ?? '{}') as Json), null, 2)}\n`;
  return {
    ...kept,
    'procedure.json': edit('procedure.json', (info) => ({ ...info, id: `large-${fields}` })),
    'form.schema.json': edit('form.schema.json', (form) => ({
      ...form,
      properties: {
        ...Object.fromEntries(Array.from({ length: PAGES }, (_, page) => pageOf(page, fields / PAGES))),
        ...(form['properties'] as object),
      },
    })),
    'workflow.json': edit('workflow.json', (workflow) => withStages(workflow, stages)),
  };
}

type Json = Record<string, unknown>;

function pageOf(page: number, count: number): readonly [string, Json] {
  const name = `part${page}`;
  return [name, { type: 'object', title: `${page + 1}枚目`, properties: questions(name, count) }];
}

/** Before the review that is there, as many as are missing. */
function withStages(workflow: Json, count: number): Json {
  const present = workflow['stages'] as Readonly<Record<string, Json>>;
  const { role } = Object.values(present).find((stage) => typeof stage['role'] === 'string') ?? {};
  const missing = Math.max(0, count - Object.keys(present).length);
  const made = Array.from({ length: missing }, (_, index): readonly [string, Json] => [
    `desk${index}`,
    {
      kind: 'review',
      title: `${index + 1}番目の審査`,
      role,
      dueWorkingDays: 2,
      publicStatus: { label: '審査中', explanation: '内容を確かめています。', tone: 'progress' },
      actions: {
        pass: {
          title: '次へ進める',
          tone: 'primary',
          routes: [{ to: index + 1 < missing ? `desk${index + 1}` : workflow['start'] }],
        },
      },
    },
  ]);
  return { ...workflow, start: 'desk0', stages: { ...Object.fromEntries(made), ...present } };
}
