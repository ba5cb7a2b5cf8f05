import { createHash } from 'node:crypto';
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { RE2JS } from 're2js';
import { FORMATS, type Form, type JsonSchema, type PageValidators, UUID } from '#engine';

/** One page's validator for browsers: an ES module to be served as it is, under its hash. */
export interface ValidatorModule {
  readonly page: string;
  /** SHA-256 of `code`, hexadecimal. */
  readonly hash: string;
  readonly code: string;
}

/** What the generated code asks for; `/assets/ajv-runtime.js` supplies exactly these. */
const RUNTIME = ['ajv/dist/runtime/ucs2length', 'ajv/dist/runtime/equal'];

/**
 * The one Ajv configuration for both sides. `ownProperties`: an inherited `constructor` is no answer. `$data` stays
 * off: answers must never become part of a schema. `validateSchema` is off: what comes here was written by our compiler,
 * and Ajv would compile its own meta-schema again for every page, ten times the work of the page itself.
 */
const OPTIONS = {
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  ownProperties: true,
  unicodeRegExp: true,
  messages: false,
  $data: false,
  validateSchema: false,
} as const satisfies Options;

/**
 * Validators for each page of a form. `functions` run here, with patterns on a linear-time engine; `modules` are the
 * same schemas as text for browsers, with the browser's own RegExp. Both give the same verdicts, because a form's
 * patterns are written in the part of the language that all engines read alike, and they cannot hang a browser,
 * because the form's compiler refuses patterns whose time could run away (`patternFault`).
 */
export function buildPageValidators(form: Form): {
  readonly functions: PageValidators;
  readonly modules: readonly ValidatorModule[];
} {
  return {
    functions: Object.fromEntries(form.pages.map((page) => [page.name, pageFunction(page.schema)])),
    // Only publishing needs them, and they take longer to make than the functions.
    get modules() {
      return form.pages.map((page) => pageModule(page.name, page.schema));
    },
  };
}

function pageFunction(schema: JsonSchema): ValidateFunction {
  return withFormats(new Ajv2020({ ...OPTIONS, code: { regExp: linearRegExp } })).compile(schema);
}

function pageModule(page: string, schema: JsonSchema): ValidatorModule {
  const ajv = withFormats(new Ajv2020({ ...OPTIONS, code: { source: true, esm: false, lines: false } }));
  const generated = standalone.default(ajv, ajv.compile(schema));
  for (const [, name = ''] of generated.matchAll(/require\("([^"]+)"\)/g)) {
    if (!RUNTIME.includes(name))
      throw new Error(`The validator of ${page} needs ${name}, which is not served.`);
  }
  const code = [
    'import runtime from "/assets/ajv-runtime.js";',
    'const module = { exports: {} }, exports = module.exports, require = (name) => runtime[name];',
    generated,
    'export default module.exports;',
    '',
  ].join('\n');
  return { page, hash: createHash('sha256').update(code).digest('hex'), code };
}

function withFormats(ajv: Ajv2020): Ajv2020 {
  for (const [name, { pattern }] of Object.entries(FORMATS)) ajv.addFormat(name, pattern);
  return ajv.addFormat('uuid', UUID);
}

/** Ajv takes anything with `test`; its `code` names what standalone modules would use instead. */
const linearRegExp = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    return { test: (text: string) => compiled.matcher(text).find(), toString: () => pattern };
  },
  { code: 'new RegExp' },
);
