const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..');
const support = (file) => join(__dirname, 'support', file);

/** Jest on Node 20 cannot require() ESM packages (Nest 12 is one): those are transformed like our own code. */
function esmPackages(folder = join(root, 'node_modules')) {
  const names = readdirSync(folder).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  return names.filter((name) => {
    const manifest = join(folder, name, 'package.json');
    return existsSync(manifest) && /"type":\s*"module"/.test(readFileSync(manifest, 'utf8'));
  });
}

const swc = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

const base = {
  rootDir: root,
  // Only what can hold a spec is crawled: dist and build folders hold copies of package.json.
  roots: ['<rootDir>/backend', '<rootDir>/shared-types/src', '<rootDir>/miniapp/src', '<rootDir>/tests'],
  modulePathIgnorePatterns: ['/dist[^/]*/', '/\\.data/'],
  testEnvironment: 'node',
  transform: {
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true }),
    '\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    '\\.[cm]?js$': swc({ syntax: 'ecmascript', jsx: false }),
  },
  // `cookie` and others nest inside a package that is not ESM itself.
  transformIgnorePatterns: [
    `/node_modules/(?!(?:.+/node_modules/)?(?:${[...esmPackages(), 'cookie'].join('|')})/)(?!.*\\.mjs$)`,
  ],
  moduleNameMapper: {
    '^@sunledger/shared-types$': '<rootDir>/shared-types/src/index.ts',
    // Has an `import` condition only.
    '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs',
  },
};

/** A system spec runs once per database; TEST_DATABASE tells it which. */
const onDatabase = (displayName, extra) => ({
  ...base,
  displayName,
  testMatch: ['<rootDir>/tests/{walks,api,faults}/**/*.spec.ts'],
  setupFiles: [support(`jest-on-${displayName}.ts`)],
  setupFilesAfterEnv: [support('jest-patience.ts')],
  ...extra,
});

module.exports = {
  rootDir: root,
  cacheDirectory: join(root, '.cache/jest'),
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/backend/src/**/*.spec.ts',
        '<rootDir>/shared-types/src/**/*.spec.ts',
        '<rootDir>/tests/{import,deadline}/**/*.spec.ts',
        '<rootDir>/tests/launcher/**/*.spec.mjs',
      ],
      setupFilesAfterEnv: [support('jest-patience.ts')],
    },
    {
      ...base,
      displayName: 'miniapp',
      testEnvironment: 'jsdom',
      // Without it jsdom picks the browser builds of packages, which are ESM more often than not.
      testEnvironmentOptions: { customExportConditions: ['node', 'require', 'default'] },
      testMatch: ['<rootDir>/miniapp/src/**/*.spec.{ts,tsx}'],
      moduleNameMapper: {
        ...base.moduleNameMapper,
        '^@tarojs/components$': '<rootDir>/tests/support/taro-stubs/components',
        '^@tarojs/taro$': '<rootDir>/tests/support/taro-stubs/taro',
        '\\.(css|scss)$': support('jest-style-stub.cjs'),
        '\\.(png|jpe?g|svg)$': support('jest-file-stub.cjs'),
        '^@/(.*)$': '<rootDir>/miniapp/src/$1',
      },
    },
    onDatabase('embedded'),
    onDatabase('mariadb', {
      globalSetup: support('jest-mariadb-start.ts'),
      globalTeardown: support('jest-mariadb-stop.ts'),
    }),
    {
      ...base,
      displayName: 'cluster',
      testMatch: ['<rootDir>/tests/faults/**/*.cluster.ts'],
      setupFilesAfterEnv: [support('jest-patience.ts')],
    },
    {
      ...base,
      displayName: 'weapp',
      testMatch: ['<rootDir>/tests/weapp/**/*.spec.ts'],
      setupFilesAfterEnv: [support('jest-patience.ts')],
    },
    {
      ...base,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.spec.ts'],
      setupFilesAfterEnv: [support('jest-patience.ts')],
    },
    {
      ...base,
      displayName: 'shots',
      testMatch: ['<rootDir>/tests/browser/**/*.shots.ts'],
      setupFilesAfterEnv: [support('jest-patience.ts')],
    },
  ],
};
