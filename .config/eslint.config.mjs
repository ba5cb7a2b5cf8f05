import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What Playwright answers with what is there this instant, or with what is in an element before it changes. */
const READS =
  'count|isVisible|isHidden|isChecked|isEnabled|innerText|inputValue|textContent|getAttribute|allInnerTexts|allTextContents|evaluateAll|title';

export default tseslint.config(
  { ignores: ['dist/**', 'data/**', 'node_modules/**', 'procedures/**/*.d.ts', '**/*.d.ts'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: {
        project: [
          'src/tsconfig.json',
          'renderer-ui/tsconfig.json',
          'builder-ui/tsconfig.json',
          'tests/tsconfig.json',
        ],
        tsconfigRootDir: root,
      },
    },
    rules: {
      // A promise nobody waits for is a mail nobody sends.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // NestJS modules are classes that carry only their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.object.name='process'][property.type='Identifier'][object.property.name='env']",
          message: 'Settings are read in src/config/read-config.ts alone.',
        },
      ],
    },
  },
  {
    // Entry points and tests start from the outside world.
    files: ['src/config/**', 'tests/**', '.config/**', '*-ui/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // A screen is read in the instant only by what looks again until it is there.
    files: ['tests/renderer-ui/**', 'tests/builder-ui/**', 'tests/journeys/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `CallExpression[callee.name='expect'] AwaitExpression > CallExpression[callee.property.name=/^(${READS})$/]:not(CallExpression[callee.name='soon'] *)`,
          message: 'What is read in the instant may be too early: await soon(async () => expect(…)).',
        },
        {
          selector:
            'CallExpression[callee.name=/^(it|beforeAll|beforeEach)$/] > Literal.arguments[raw=/^[0-9_]+$/]',
          message: 'One fuse for all: testTimeout in .config/jest.config.mjs.',
        },
      ],
    },
  },
  {
    files: ['src/engine/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'The engine is pure.' },
        { name: 'setTimeout', message: 'The engine has no clock.' },
        { name: 'fetch', message: 'The engine is pure.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
        { object: 'Math', property: 'random', message: 'The engine is pure.' },
      ],
    },
  },
  { files: ['renderer-ui/**', 'builder-ui/**'], ...reactHooks.configs.flat['recommended-latest'] },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
);
