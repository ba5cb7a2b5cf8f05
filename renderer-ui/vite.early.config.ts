import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { lightRjsf } from './light-rjsf.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const EARLY = './src/portal/early';

/** What stands for a module of ours that only a browser can run: another file, or a few words of code. */
const INSTEAD: readonly (readonly [
  asked: RegExp,
  instead: { readonly file: string } | { readonly code: string },
])[] = [
  // What a store holds now is all there will be.
  [
    /^react$/,
    {
      code: `export * from 'react'; export { default } from 'react';
          export const useSyncExternalStore = (_subscribe, read) => read();`,
    },
  ],
  [/\/SaveStatus\.js$/, { file: `${EARLY}/EarlyStatus.tsx` }],
  [/\/late\.js$/, { file: `${EARLY}/late-inputs.tsx` }],
  // Opens the draft of the browser's address.
  [/\/ahead\.js$/, { code: '' }],
  // Without the half of the library that streams, for which Node would keep a channel open.
  [
    /^react-dom\/server$/,
    { file: '../node_modules/react-dom/cjs/react-dom-server-legacy.browser.production.js' },
  ],
];

const CODE = '\0drawn-once:';

function drawnOnce(): Plugin {
  return {
    name: 'drawn-once',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined || importer.includes('/node_modules/') || importer.startsWith(CODE))
        return null;
      const index = INSTEAD.findIndex(([asked]) => asked.test(source));
      const instead = INSTEAD[index]?.[1];
      if (!instead) return null;
      if ('code' in instead) return `${CODE}${index}`;
      const file = here(instead.file);
      // What stands in for a module may be made of it.
      return file === importer ? null : file;
    },
    load(id) {
      if (!id.startsWith(CODE)) return null;
      const instead = INSTEAD[Number(id.slice(CODE.length))]?.[1];
      return instead && 'code' in instead ? instead.code : null;
    },
  };
}

/** The first page of a draft for the server (`src/http/draw-early.ts`), drawn by the pieces of the portal itself. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [drawnOnce(), react(), lightRjsf()],
  resolve: { alias: { '#engine': here('../src/engine/index.ts') } },
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    ssr: here(`${EARLY}/draw-early.tsx`),
    outDir: here('../dist/early'),
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: { output: { entryFileNames: 'draw-early.js' } },
  },
});
