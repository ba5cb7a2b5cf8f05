import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * What rjsf fetches by itself for schemas that a page of ours never is, and what stands for it in the build. Each keeps
 * its promise for the pages that are drawn; all of it together was half of a form page's weight.
 */
const RJSF_PARTS: readonly (readonly [asked: RegExp, instead: string])[] = [
  // A comparison for anything there is; a page's props are plain objects.
  [/\/deepEquals\.js$/, 'deep-equals'],
  // For one sentence to developers; no text of a procedure is ever read as Markdown.
  [/^markdown-to-jsx\/react$/, 'plain-text'],
  // Libraries for addresses and pointers; a page's schema is flat.
  [/\/findSchemaDefinition\.js$/, 'no-references'],
];

export function lightRjsf(): Plugin {
  return {
    name: 'light-rjsf',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.includes('/node_modules/@rjsf/')) return null;
      const part = RJSF_PARTS.find(([asked]) => asked.test(source));
      return part ? fileURLToPath(new URL(`./src/form/theme/rjsf/${part[1]}.ts`, import.meta.url)) : null;
    },
  };
}
