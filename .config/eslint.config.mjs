import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export default tseslint.config(
  { ignores: ['dist/**', 'data/**', 'node_modules/**', 'procedures/**/*.d.ts', '**/*.d.ts'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: {
        project: ['src/tsconfig.json', 'renderer-ui/tsconfig.json', 'tests/tsconfig.json'],
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
    files: ['src/config/**', 'tests/**', '.config/**', 'renderer-ui/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
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
  { files: ['renderer-ui/**'], ...reactHooks.configs.flat['recommended-latest'] },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
);
