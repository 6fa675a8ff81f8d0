import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

export default tseslint.config(
  { ignores: ['**/node_modules/**', 'out/**', 'dist/**', '.stub/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: root },
    },
    rules: {
      // The language already says it (a number in a sentence is a number).
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `=> void doIt()` and `() => { doIt(); }` read the same.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Nothing here is a class with a `this`: handlers and ports are plain functions, taken apart freely.
      '@typescript-eslint/unbound-method': 'off',
      // `Record<never, never>` is how an error with no facts is written.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      eqeqeq: 'error',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Node cannot erase an enum: use a union of literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        {
          selector: "JSXOpeningElement[name.name='button'] > JSXAttribute[name.name='disabled']",
          message: 'A button that is off says why: `pressable`.',
        },
      ],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // The two rules of hooks; the plugin's others prepare for a compiler that is not used here.
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Programs that speak to a terminal.
    files: [
      'build/**',
      'electron/cli.ts',
      'electron/cli/**',
      'electron/http.ts',
      'electron/main.ts',
      'test/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // These tools read a default export.
    files: ['build/*.config.ts', 'build/playwright.*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
