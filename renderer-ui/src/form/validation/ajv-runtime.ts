/**
 * Served at the fixed address /assets/ajv-runtime.js: the few helpers that Ajv's generated code asks for by name.
 * Published validator modules import this file for ever, so names may be added here but never removed.
 */
import * as equal from 'ajv/dist/runtime/equal.js';
import * as ucs2length from 'ajv/dist/runtime/ucs2length.js';

/** Bundlers disagree on whether a CommonJS default stands one or two levels deep; the generated code wants one. */
function oneDefault(imported: { readonly default: unknown }): { readonly default: unknown } {
  const inner = imported.default;
  return typeof inner === 'object' && inner !== null && 'default' in inner
    ? { default: inner.default }
    : imported;
}

const runtime: Readonly<Record<string, { readonly default: unknown }>> = {
  'ajv/dist/runtime/equal': oneDefault(equal),
  'ajv/dist/runtime/ucs2length': oneDefault(ucs2length),
};

export default runtime;
