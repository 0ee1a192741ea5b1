// ES5 for the phones named in package.json's browserslist; see the bundle check for what must not slip in.
module.exports = {
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: { ios: '12', chrome: '67' } }],
  ],
  plugins: [require.resolve('./config/client-endpoints.js')],
};
