/**
 * Babel plugin: what the mini-program needs of an endpoint is its method, path and permission. Schemas and
 * summaries serve the server, and types; without them here, webpack drops the schemas from the bundle.
 */
const forServer = new Set(['summary', 'input', 'output', 'bodyLimit', 'produces']);

const keyOf = (property) => property.key?.name ?? property.key?.value;

module.exports = () => ({
  name: 'client-endpoints',
  visitor: {
    CallExpression({ node }) {
      if (node.callee.name !== 'defineEndpoint') return;
      const [endpoint] = node.arguments;
      if (endpoint?.type !== 'ObjectExpression') throw new Error('defineEndpoint wants an object literal');
      endpoint.properties = endpoint.properties.filter((property) => !forServer.has(keyOf(property)));
    },
  },
});
