/**
 * Lets aria-* reach WeChat: Taro's templates know none (NervJS/taro #10025) and drop them silently.
 *
 * Attribute names are compiled to p0, p1, … by alphabetical order, once by the build for the templates and once
 * by the runtime for the data. Both halves therefore extend their lists from the same attributes.json; patching
 * one alone would send `disabled` and `open-type` to the wrong attribute (checked by tests/weapp/aria.spec.ts).
 */
const path = require('node:path');
const attributes = require('./attributes.json');

const patch = Object.fromEntries(
  Object.entries(attributes).map(([component, names]) => [
    component,
    Object.fromEntries(names.map((name) => [name, ''])),
  ]),
);

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, patch);
      platform.runtimePath = [].concat(platform.runtimePath, `post:${path.join(__dirname, 'runtime.ts')}`);
    },
  });
};
