import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './attributes.json';

/** The runtime half; see index.js. Loaded by the build after the platform's own list. */
const patch: Record<string, Record<string, string>> = {};
Object.entries(attributes).forEach(([component, names]) => {
  patch[component] = {};
  names.forEach((name) => {
    (patch[component] ??= {})[name] = '';
  });
});
mergeInternalComponents(patch);
