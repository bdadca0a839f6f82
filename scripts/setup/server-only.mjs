// The package `server-only` throws outside Next; our commands are on the server by nature.

/** @type {import('node:module').ResolveHook} */
export const resolve = (specifier, context, next) =>
  specifier === 'server-only' ? { shortCircuit: true, url: 'data:text/javascript,' } : next(specifier, context)
