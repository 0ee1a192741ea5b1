import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import webpack from 'webpack';

const root = (...parts: string[]): string => path.resolve(__dirname, '../..', ...parts);
const abortController = path.resolve(__dirname, '../polyfills/abort-controller.ts');
const isH5 = process.env.TARO_ENV === 'h5';

/**
 * Taro transpiles only `src/` and its own packages. Everything else that ends in the bundle has to be
 * named here: untranspiled `#private` fields come out of Taro's H5 minifier as invalid JavaScript, with
 * exit status 0 (the bundle check parses every built file for that reason).
 */
const include = [
  root('shared-types/src'),
  path.resolve(__dirname, '../polyfills'),
  path.resolve(__dirname, 'aria-plugin'),
  (file: string): boolean => /node_modules[\\/](@tanstack|zod|zustand)[\\/]/.test(file),
];

/** The address of the API. H5 is served by the backend itself; WeChat needs an absolute one. */
const apiBase = process.env.SUNLEDGER_API_BASE ?? (isH5 ? '/api/v1' : 'http://127.0.0.1:3000/api/v1');

/** 微信云托管: calls travel by callContainer when its environment is named (see platform/cloud.ts). */
const cloudEnv = isH5 ? '' : (process.env.SUNLEDGER_CLOUD_ENV ?? '');
const cloudService = process.env.SUNLEDGER_CLOUD_SERVICE ?? 'sunledger';

interface Chain {
  plugin(name: string): { use(plugin: unknown, args: unknown[]): unknown };
  merge(config: object): unknown;
}

/** Whether a page for everybody (a tab, or one of `citizen/`) uses the module. */
function usedByEverybody(
  module: webpack.Module,
  { chunkGraph }: { chunkGraph: webpack.ChunkGraph },
): boolean {
  return [...chunkGraph.getModuleChunksIterable(module)].some((chunk) =>
    [...chunkGraph.getChunkModulesIterable(chunk)].some((each) =>
      /src[\\/](pages|citizen)[\\/]/.test(each.nameForCondition() ?? ''),
    ),
  );
}

const cssModules = {
  enable: false,
  config: { namingPattern: 'module', generateScopedName: '[name]__[local]' },
};

export default defineConfig<'webpack5'>(
  async () =>
    ({
      projectName: 'sunledger',
      date: '2026-11-21',
      designWidth: 375,
      deviceRatio: { 375: 1, 750: 0.5 },
      sourceRoot: 'src',
      // one folder per target, or the two builds overwrite each other
      outputRoot: `dist/${process.env.TARO_ENV ?? 'h5'}`,
      alias: { '@sunledger/shared-types': root('shared-types/src/index.ts') },
      defineConstants: {
        API_BASE: JSON.stringify(apiBase),
        CLOUD_ENV: JSON.stringify(cloudEnv),
        CLOUD_SERVICE: JSON.stringify(cloudService),
        SPEECH_PLUGIN: JSON.stringify(process.env.SUNLEDGER_SPEECH_PLUGIN === '1'),
      },
      plugins: [path.resolve(__dirname, 'aria-plugin/index.js')],
      framework: 'react',
      compiler: { type: 'webpack5', prebundle: { enable: false } },
      cache: { enable: false },
      logger: { quiet: false, stats: false },
      // Chinese as it is: Taro's default writes six characters for each, a tenth of the package
      terser: { enable: true, config: { output: { ecma: 5, comments: false, ascii_only: false } } },
      mini: {
        compile: { include },
        // lengths are plain px: phones from 320 to 430 px are handled by the layout, text by --scale
        postcss: { pxtransform: { enable: false, config: {} }, cssModules },
        webpackChain(chain: Chain) {
          // WeChat's logic layer has none, and TanStack Query then stays pending without a word
          chain
            .plugin('abort')
            .use(webpack.ProvidePlugin, [{ AbortController: [abortController, 'AbortController'] }]);
        },
      },
      h5: {
        publicPath: '/',
        staticDirectory: 'static',
        router: { mode: 'browser' },
        compile: { include },
        output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
        miniCssExtractPluginOption: {
          ignoreOrder: true,
          filename: 'css/[name].[contenthash:8].css',
          chunkFilename: 'css/[name].[contenthash:8].css',
        },
        postcss: {
          pxtransform: { enable: false, config: {} },
          autoprefixer: { enable: true, config: {} },
          cssModules,
        },
        webpackChain(chain: Chain) {
          // what two pages share is loaded once; without this every page carries its own copy of ui/
          const group = { chunks: 'async', minChunks: 2, minSize: 0, reuseExistingChunk: true };
          const shared = { ...group, name: 'shared', priority: 30, test: usedByEverybody };
          // what only pages for staff share waits until one of them is opened
          const staff = { ...group, name: 'staff', priority: 20 };
          // pictures of codes wait until a page draws one
          const code = {
            ...group,
            name: 'code',
            priority: 40,
            minChunks: 1,
            test: /[\\/]qrcode-generator[\\/]/,
          };
          chain.merge({
            optimization: { splitChunks: { cacheGroups: { shared, staff, code } } },
            performance: { hints: false },
          });
        },
        devServer: {
          port: 10086,
          open: false,
          proxy: { '/api': { target: process.env.SUNLEDGER_DEV_API ?? 'http://127.0.0.1:3000' } },
        },
      },
    }) satisfies UserConfigExport<'webpack5'>,
);
