import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { compileProcedure, type ProcedureFiles, readExample } from '#engine';
import { readFolder } from '../../src/procedures/read-folder.js';

const FOLDER = 'procedures/schemas';
const START = 'src/cli/new/start';

/** File of a procedure → its schema. */
const SCHEMA_OF: readonly (readonly [RegExp, string])[] = [
  [/^procedure\.json$/, 'procedure'],
  [/^form\.schema\.json$/, 'form'],
  [/^form\.ui\.json$/, 'form.ui'],
  [/^workflow\.json$/, 'workflow'],
  [/^examples\//, 'example'],
  [/^texts\//, 'english'],
  [/^migrations\//, 'migration'],
  [/^eligibility\.json$/, 'eligibility'],
];

/** Keys that are followed or passed over, not read from a list. */
const READ_OTHERWISE = ['$schema', '$ref'];

interface Schema {
  readonly [key: string]: unknown;
}

const schemas = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => [file, JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Schema]),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const [file, schema] of schemas) ajv.addSchema({ ...schema, $id: file }, file);

const validatorOf = (path: string) => {
  const name = SCHEMA_OF.find(([pattern]) => pattern.test(path))?.[1] ?? '';
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (!validate) throw new Error(`${path} has no schema`);
  return validate;
};
const refused = (path: string, value: unknown): boolean => validatorOf(path)(value) !== true;

const withSchemas = (files: ProcedureFiles) =>
  Object.entries(files).filter(([path]) => SCHEMA_OF.some(([pattern]) => pattern.test(path)));

describe.each([
  'procedures/jitan-9',
  'procedures/gold-sticker',
  'procedures/enquete',
  'procedures/shomei',
  START,
])('%s', (folder) => {
  it('is what the schemas say, file by file', async () => {
    for (const [path, text] of withSchemas(await readFolder(folder))) {
      const validate = validatorOf(path);
      const valid = validate(JSON.parse(text));
      expect([path, valid, validate.errors ?? []]).toEqual([path, true, []]);
    }
  });
});

describe('every key that a reader knows', () => {
  it.each([
    ['procedure.schema.json', ['src/engine/procedure/read-info.ts', 'src/engine/procedure/read-window.ts']],
    [
      'workflow.schema.json',
      readdirSync('src/engine/workflow')
        .filter((file) => file.startsWith('compile-') || file === 'staff-fields.ts')
        .map((file) => join('src/engine/workflow', file)),
    ],
    [
      'form.schema.json',
      [
        'src/engine/procedure/read-form.ts',
        'src/engine/procedure/read-field.ts',
        'src/engine/procedure/read-application.ts',
        ...readdirSync('src/engine/procedure/kinds').map((file) => join('src/engine/procedure/kinds', file)),
      ],
    ],
    ['form.ui.schema.json', ['src/engine/procedure/read-ui.ts']],
    [
      'example.schema.json',
      ['src/engine/procedure/read-example.ts', 'src/engine/procedure/review-outcome.ts'],
    ],
    ['migration.schema.json', ['src/engine/versions/read-plan.ts']],
    ['eligibility.schema.json', ['src/engine/eligibility/read-eligibility.ts']],
  ])('is in %s, and no other', (file, readers) => {
    const known = new Set([
      ...READ_OTHERWISE,
      ...readers.flatMap((reader) => keysRead(readFileSync(reader, 'utf8'))),
    ]);
    const described = new Set([...READ_OTHERWISE, ...keysOf(schemas.get(file) ?? {})]);
    expect([...described].sort()).toEqual([...known].sort());
  });
});

describe('what a schema refuses', () => {
  it('the compiler refuses, too', async () => {
    const files = await readFolder(START);
    const missed: string[] = [];
    let tried = 0;
    for (const [path, text] of withSchemas(files)) {
      const root = JSON.parse(text) as unknown;
      for (const place of placesIn(root)) {
        for (const wrong of [null, 7, '', {}, []]) {
          const broken = replaced(root, place, wrong);
          if (!refused(path, broken)) continue;
          tried += 1;
          if (tried % 20 !== 0 || refusedByEngine(files, path, JSON.stringify(broken))) continue;
          missed.push(`${path} /${place.join('/')} = ${JSON.stringify(wrong)}`);
        }
      }
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(1000);
  });

  it('is a key that nobody knows, in every object that has a closed list', async () => {
    const files = await readFolder(START);
    for (const [path, text] of withSchemas(files)) {
      const broken = { ...(JSON.parse(text) as object), nonsense: 1 };
      expect([path, refused(path, broken), refusedByEngine(files, path, JSON.stringify(broken))]).toEqual([
        path,
        true,
        true,
      ]);
    }
  });
});

it('a schema explains every key in Japanese and in English', () => {
  const wordless = [...schemas].flatMap(([file, schema]) =>
    propertiesIn(schema)
      .filter(
        ([, property]) => !('$ref' in property) && !('const' in property && property['const'] === 'object'),
      )
      .filter(([, { description }]) => !/[ぁ-ん一-龠ァ-ヴ].*\n.*[A-Za-z]/s.test(String(description ?? '')))
      .map(([name]) => `${file} ${name}`),
  );
  expect(wordless).toEqual([]);
});

/** Warnings aside. */
function refusedByEngine(files: ProcedureFiles, path: string, text: string): boolean {
  if (path.startsWith('examples/')) return readExample(path, text).problems.length > 0;
  return !compileProcedure({ ...files, [path]: text }).ok;
}

/** The texts of every list of keys in a source: `KEYS = [...]`, `keywords: [...]`, or given to an ObjectReader. */
function keysRead(source: string): string[] {
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2022, true);
  const keys: string[] = [];
  const take = (node: ts.Node | undefined): void => {
    if (!node) return;
    if (ts.isStringLiteral(node)) keys.push(node.text);
    else if (ts.isAsExpression(node)) take(node.expression);
    else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(take);
  };
  const visit = (node: ts.Node): void => {
    const isList = (name: string) =>
      /^(?:[A-Z_]*(?:KEYS|KEYWORDS|COMMON|UI_OPTIONS|BOUNDS|STEPS|GROUPS)|keys|keywords)$/.test(name);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && isList(node.name.text))
      take(node.initializer);
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && isList(node.name.text))
      take(node.initializer);
    if (ts.isNewExpression(node) && node.expression.getText() === 'ObjectReader') take(node.arguments?.[3]);
    if (ts.isCallExpression(node) && /^(?:inside|child|readTexts)$/.test(node.expression.getText()))
      node.arguments.forEach(take);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return keys;
}

function propertiesIn(schema: unknown): (readonly [string, Schema])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(propertiesIn);
  return Object.entries(schema as Schema).flatMap(([key, value]) => {
    if (key !== 'properties' || typeof value !== 'object' || value === null) return propertiesIn(value);
    return Object.entries(value as Readonly<Record<string, Schema>>).flatMap(([name, property]) => [
      [name, property] as const,
      ...propertiesIn(property),
    ]);
  });
}

function keysOf(schema: Schema): Set<string> {
  return new Set(propertiesIn(schema).map(([name]) => name));
}

type Place = readonly string[];

function placesIn(value: unknown, here: Place = []): Place[] {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    ...(here.length === 0 ? [] : [here]),
    ...members.flatMap(([name, member]) => placesIn(member, [...here, name])),
  ];
}

function replaced(root: unknown, [name, ...rest]: Place, wrong: unknown): unknown {
  if (name === undefined) return wrong;
  if (Array.isArray(root))
    return root.map((item: unknown, index) => (String(index) === name ? replaced(item, rest, wrong) : item));
  const members = root as Readonly<Record<string, unknown>>;
  return { ...members, [name]: replaced(members[name], rest, wrong) };
}
