import { fileURLToPath } from 'node:url';
import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What only a page or a worker has. lib/ runs in Node unchanged, but for the worker shell and its client. */
const BROWSER_GLOBALS = [
  ...['window', 'document', 'self', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'indexedDB', 'caches'],
  ...['Worker', 'SharedWorker', 'postMessage', 'onmessage', 'importScripts', 'alert', 'confirm', 'prompt', 'matchMedia'],
  ...['requestAnimationFrame', 'requestIdleCallback', 'addEventListener', 'removeEventListener', 'dispatchEvent'],
  ...['DOMParser', 'HTMLElement', 'Element', 'Node', 'FileReader', 'Image', 'XMLHttpRequest', 'getComputedStyle'],
];

const NO_MARKUP_FROM_DATA = [
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'All input is untrusted: never build markup from data.' },
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]', message: 'All input is untrusted: never build markup from data.' },
];

const NAMED_EXPORTS = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };

export default defineConfig([
  globalIgnores(['.next/', 'out/', 'node_modules/', 'next-env.d.ts', 'test-results/', 'playwright-report/']),
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)) } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-imports': ['error', { patterns: [{ group: ['../**'], message: 'Between folders import by @/.' }] }],
      'no-restricted-syntax': ['error', ...NO_MARKUP_FROM_DATA, NAMED_EXPORTS],
    },
  },
  {
    // Next and the test runners read these by their default export.
    files: ['app/**/{page,layout,not-found,error,global-error}.tsx', '**/*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_MARKUP_FROM_DATA] },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/engine/*worker*.ts', 'lib/engine/*client*.ts', '**/*.test.ts'],
    rules: { 'no-restricted-globals': ['error', ...BROWSER_GLOBALS.map((name) => ({ name, message: 'lib/ runs in Node unchanged (CONTRIBUTING.md).' }))] },
  },
  // `expect.any(String)` and its like are typed `any`.
  { files: ['**/*.test.ts', '**/*.spec.ts'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
  // Playwright reads from the pattern which fixtures a function wants.
  { files: ['e2e/fixtures.ts'], rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] } },
  { files: ['{app,components}/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  { files: ['**/*.mjs', '*.js'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } } },
]);
