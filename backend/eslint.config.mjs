// The one lint configuration of the repository; `npm run lint` calls it from the root.
import { basename } from 'node:path';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

// ---- borders: which way imports may go ------------------------------------------------------------------

/** Backend features in reading order: each may use those before it, never those after it. */
const features = [
  'region',
  'unit',
  'entry',
  'account',
  'consent',
  'counter',
  'deadline',
  'audit',
  'screening',
  'attachment',
  'search',
  'plan',
  'task',
  'plan-import',
  'progress',
  'follow',
  'message',
  'anchor',
  'reply',
  'rating',
  'calendar',
  'faq',
  'notification',
  'privacy',
  'supervision',
  'reminder',
  'invitation',
  'screening-desk',
  'oversight',
  'task-sheet',
  'bulletin',
  'open-data',
  'deadline-feed',
  'consultation',
  'disclosure-request',
  'policy',
];

/** Forbids relative imports that climb into one of these folders of the package's src. */
const notInto = (folders, message) => ({ regex: `^(?:\\./)?(?:\\.\\./)*(?:${folders.join('|')})/`, message });
const notAcross = {
  regex: '^(?:\\.\\./)+(?:backend|miniapp|tests)(?:/|$)',
  message: 'Packages meet in @sunledger/shared-types only.',
};
const border = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const node = {
  regex: '^node:|^(?:fs|path|os|crypto|util|stream|buffer|events)$',
  message: 'shared-types runs on WeChat too: no Node.',
};
const fullZod = {
  regex: '^zod$',
  message: "Use 'zod/mini': full zod weighs 116 KB and builds functions from text, which WeChat refuses.",
};
const taro = { regex: '^@tarojs/(?!components$)', message: 'Only miniapp/src/platform talks to Taro.' };
const pages = ['pages', 'citizen', 'staff', 'office', 'official'];

const borders = [
  border(['shared-types/src/**/*.ts'], node, fullZod, notAcross, {
    regex: '^@(?:tarojs|nestjs)/',
    message: 'shared-types is plain data and pure functions.',
  }),

  border(
    ['backend/src/config/**/*.ts'],
    notAcross,
    notInto(['core', 'adapters', 'features', 'database', 'commands'], 'config knows nobody.'),
  ),
  border(
    ['backend/src/core/**/*.ts'],
    notAcross,
    notInto(['adapters', 'features', 'database', 'commands'], 'core knows no adapter and no feature.'),
  ),
  border(
    ['backend/src/adapters/**/*.ts'],
    notAcross,
    notInto(['features', 'database', 'commands'], 'Adapters know core only.'),
  ),
  ...features.map((name, index) =>
    border(
      [`backend/src/features/${name}/**/*.ts`],
      notAcross,
      notInto(
        ['database', 'commands'],
        'Features are loaded by the database and the doors, not the other way round.',
      ),
      ...(index < features.length - 1
        ? [
            {
              regex: `^(?:\\.\\./)+(?:${features.slice(index + 1).join('|')})(?:/|$)`,
              message: `Imports between features run one way: ${name} comes before it.`,
            },
          ]
        : []),
      // Whatever lies above this feature's own folder belongs to another one.
      {
        regex: `^(?:\\.\\./)+(?:${features.filter((other) => other !== name).join('|')})/.*\\.(?:repository|entity)$`,
        message: "Features meet through a service or an event, never through another's repository or entity.",
      },
    ),
  ),

  border(
    ['miniapp/src/platform/**/*.{ts,tsx}'],
    notAcross,
    fullZod,
    notInto(['ui', 'features', ...pages], 'platform knows nobody.'),
  ),
  border(
    ['miniapp/src/ui/**/*.{ts,tsx}'],
    notAcross,
    fullZod,
    taro,
    notInto(['features', ...pages], 'ui knows no feature and no page.'),
  ),
  border(
    ['miniapp/src/features/**/*.{ts,tsx}'],
    notAcross,
    fullZod,
    taro,
    notInto(pages, 'Features know no page.'),
  ),
  border(
    ['miniapp/src/{pages,citizen,staff,office,official}/**/*.{ts,tsx}', 'miniapp/src/*.{ts,tsx}'],
    notAcross,
    fullZod,
    taro,
  ),

  {
    files: ['backend/src/**/*.ts'],
    ignores: [
      'backend/src/**/*.{repository,entity}.ts',
      'backend/src/core/{db,outbox,schedule}/**',
      'backend/src/core/ctx.ts',
      'backend/src/database/**',
      '**/*.spec.ts',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^typeorm(?:/|$)',
              message: 'Only repositories, entities, core/{db,outbox,schedule} and database touch the ORM.',
            },
          ],
        },
      ],
    },
  },
];

// ---- habits ----------------------------------------------------------------------------------------------

const swallowed = [
  {
    selector: 'CatchClause > BlockStatement[body.length=0]',
    message: 'A caught error is handled, rethrown or logged.',
  },
  {
    selector:
      'CallExpression[callee.property.name="catch"] > ArrowFunctionExpression > BlockStatement[body.length=0]',
    message: 'A caught error is handled, rethrown or logged.',
  },
  {
    selector:
      'CallExpression[callee.property.name="catch"] > ArrowFunctionExpression[params.length=0] > Identifier[name="undefined"]',
    message: 'A caught error is handled, rethrown or logged.',
  },
];
const leftOut = [
  {
    selector: 'MemberExpression[object.name=/^(?:it|test|describe)$/][property.name=/^(?:only|skip|todo)$/]',
    message: 'No test is skipped or focused.',
  },
  {
    selector: 'CallExpression[callee.name=/^(?:xit|fit|xtest|xdescribe|fdescribe)$/]',
    message: 'No test is skipped or focused.',
  },
];
const systemTime = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time comes from ctx.clock.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time comes from ctx.clock.',
  },
];

/** House rule 12: kebab-case `<thing>.<kind>.ts`, and no drawer for odds and ends. */
const fileName = {
  create: (context) => ({
    Program(at) {
      const name = basename(context.filename);
      if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.(?:d\.ts|tsx?|[mc]?js)$/.test(name)) {
        context.report({ node: at, message: `File names are kebab-case <thing>.<kind>.ts, not ${name}.` });
      }
      if (/(?:^|[.-])(?:utils?|helpers?|managers?|common)(?:[.-]|$)/.test(name)) {
        context.report({ node: at, message: `${name} says nothing: name the thing.` });
      }
    },
  }),
};

export default [
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/dist.*/',
      '**/.cache/',
      '**/.data/',
      '**/.swc/',
      '**/coverage/',
      'tests/shots/',
      'tests/**/{documents,samples}/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...ts.configs.recommended,
  {
    plugins: { house: { rules: { 'file-name': fileName } } },
    rules: {
      'house/file-name': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': ['error', ...swallowed],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.{spec,shots}.{ts,tsx,mjs}'],
    rules: { 'no-restricted-syntax': ['error', ...swallowed, ...leftOut] },
  },
  { files: ['**/*.entity.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['**/*.{cjs,js}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['{backend,miniapp,shared-types}/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.{ts,tsx}', '**/migrations/**', '**/*.data.ts'],
    rules: { 'max-lines': ['error', 300] },
  },
  {
    // The business clock lives in ctx; only its own file reads the clock of the machine.
    files: ['backend/src/{features,core}/**/*.ts'],
    ignores: ['**/*clock*.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...swallowed, ...systemTime] },
  },
  {
    files: ['shared-types/src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'navigator',
        'fetch',
        'process',
        'Buffer',
        'setTimeout',
        'Intl',
        'URL',
        'URLSearchParams',
      ],
    },
  },
  {
    files: ['{miniapp/src,tests}/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  ...borders,
];
