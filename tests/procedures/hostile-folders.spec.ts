import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compileProcedure,
  describeCure,
  describeProblem,
  type Problem,
  type ProcedureFiles,
  readExample,
  runExample,
} from '#engine';
import { buildPageValidators } from '../../src/procedures/page-validators.js';
import { readFolder } from '../../src/procedures/read-folder.js';

const IDS = ['jitan-9', 'gold-sticker'] as const;
const folders = new Map<string, ProcedureFiles>();

beforeAll(async () => {
  for (const id of IDS) folders.set(id, await readFolder(`procedures/${id}`));
});

/** What a slip of the hand, a script or an attacker puts where something else belongs. */
const STRANGERS: readonly unknown[] = [
  null,
  '',
  0,
  -1.5,
  [],
  {},
  true,
  'x'.repeat(10_000),
  '__proto__',
  '{{',
  ['constructor'],
  { $ref: 'http://127.0.0.1:9/' },
];

describe('a folder with anything anywhere gives problems, never a stack trace', () => {
  it.each(IDS)('%s, with one value of it after another replaced', (id) => {
    const files = filesOf(id);
    let tried = 0;
    for (const file of ['procedure.json', 'form.schema.json', 'form.ui.json', 'workflow.json']) {
      const root: unknown = JSON.parse(files[file] ?? '');
      const places = placesIn(root);
      // Some of each file from its beginning to its end, with another stranger each time.
      const stride = Math.max(1, Math.floor(places.length / 15));
      for (let at = 0; at < places.length; at += stride, tried++) {
        const stranger = STRANGERS[tried % STRANGERS.length];
        isHandled({ ...files, [file]: JSON.stringify(replaced(root, places[at] ?? [], stranger)) });
      }
    }
    expect(tried).toBeGreaterThan(50);
  });

  it.each(IDS)('%s, cut off, with characters changed, or with lines doubled', (id) => {
    const files = filesOf(id);
    const names = Object.keys(files).filter((name) => !/^examples|\.d\.ts$/.test(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom(
          'cut',
          'doubled',
          '\u0000',
          '"',
          '}',
          '{{',
          ',',
          '\\',
          '＝',
          '\ud800',
          '#',
          '\n---\n',
        ),
        (name, seed, change) => {
          const text = files[name] ?? '';
          const at = seed % (text.length + 1);
          isHandled({ ...files, [name]: changed(text, at, change) });
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each(IDS)('%s, whose example is anything', (id) => {
    const files = filesOf(id);
    const compiled = compileProcedure(files);
    if (!compiled.ok) throw new Error(`${id} does not compile`);
    const validators = buildPageValidators(compiled.procedure.form).functions;
    const [file = ''] = Object.keys(files).filter((name) => name.startsWith('examples/'));
    const root: unknown = JSON.parse(files[file] ?? '');
    for (const [index, place] of placesIn(root).entries()) {
      const text = JSON.stringify(replaced(root, place, STRANGERS[index % STRANGERS.length]));
      const { example, problems } = readExample(file, text);
      speak(example ? runExample(compiled.procedure, example, validators) : problems);
    }
  });
});

describe('what is larger than any procedure is refused, not worked through', () => {
  const huge = 10 * 1024 * 1024;

  it.each([
    ['form.schema.json', `{"type":"object","title":"${'x'.repeat(huge)}"}`],
    ['workflow.json', `[${'0,'.repeat(huge / 2)}0]`],
    ['messages/received.md', '{{#if true }}\n'.repeat(huge / 14)],
    ['tables/cities.csv', 'a,b\n'.repeat(huge / 4)],
    ['form.ui.json', '{'.repeat(huge)],
  ])('%s of 10 MB', (file, text) => {
    const compiled = compileProcedure({ ...filesOf('gold-sticker'), [file]: text });
    const problems = compiled.ok ? [] : compiled.problems;
    expect(problems.filter(({ path }) => path === file).map(({ code }) => code)).toEqual(['file-too-large']);
  });

  it.each([
    ['properties', '{"a":'],
    ['lists', '['],
  ])('5,000 levels of %s', (_name, open) => {
    for (const file of ['procedure.json', 'form.schema.json', 'form.ui.json', 'workflow.json']) {
      const compiled = compileProcedure({ ...filesOf('gold-sticker'), [file]: open.repeat(5000) });
      const codes = compiled.ok ? [] : compiled.problems.map(({ path, code }) => `${path} ${code}`);
      expect(codes).toContain(`${file}#1 too-deep`);
    }
  });
});

function filesOf(id: string): ProcedureFiles {
  return folders.get(id) ?? {};
}

function isHandled(files: ProcedureFiles): void {
  const compiled = compileProcedure(files);
  if (!compiled.ok) expect(compiled.problems.some(({ level }) => level === 'error')).toBe(true);
  speak(compiled.ok ? compiled.warnings : compiled.problems);
}

/** Every problem has a place and words in both languages, whatever it is about. */
function speak(problems: readonly Problem[]): void {
  for (const found of problems) {
    expect(found.path).toMatch(/^[\w-]+(?:\/[^#]+)?(?:\.[\w.]+)?(?:#.*)?$/s);
    for (const language of ['ja', 'en'] as const) {
      expect(describeProblem(found, null, language).length).toBeGreaterThan(5);
      describeCure(found, language);
    }
  }
}

type Place = readonly (string | number)[];

function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...at, key]))];
}

function replaced(value: unknown, place: Place, by: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      String(index) === String(key) ? replaced(item, rest, by) : item,
    );
  const members = value as Readonly<Record<string, unknown>>;
  return { ...members, [key]: replaced(members[key], rest, by) };
}

function changed(text: string, at: number, change: string): string {
  if (change === 'cut') return text.slice(0, at);
  if (change === 'doubled') {
    const lines = text.split('\n');
    const line = at % lines.length;
    return [...lines.slice(0, line), lines[line], ...lines.slice(line)].join('\n');
  }
  return text.slice(0, at) + change + text.slice(at + 1);
}
