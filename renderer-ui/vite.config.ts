import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minify } from '@swc/core';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { compressed } from './compressed.js';
import { lightDecimals } from './light-decimals.js';
import { lightReactDom } from './light-react-dom.js';
import { lightRjsf } from './light-rjsf.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The address every published validator module imports; it never changes, because those modules never change. */
const AJV_RUNTIME = 'assets/ajv-runtime.js';

/** The dev server answers the same addresses as the real one: three screens and the runtime of the validators. */
function sameAddressesInDevelopment(): Plugin {
  return {
    name: 'same-addresses-in-development',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? '/';
        if (path === `/${AJV_RUNTIME}`) request.url = '/src/form/validation/ajv-runtime.ts';
        else if (path === '/desk' || path.startsWith('/desk/')) request.url = '/desk.html';
        else if (path === '/mailbox') request.url = '/mailbox.html';
        next();
      });
    },
  };
}

/** The schemas of the procedure's files, at an address that editors can name: `/schemas/workflow.schema.json`. */
function schemasOfProcedures(): Plugin {
  const folder = here('../procedures/schemas');
  return {
    name: 'schemas-of-procedures',
    generateBundle() {
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.schema.json')))
        this.emitFile({
          type: 'asset',
          fileName: `schemas/${file}`,
          source: readFileSync(`${folder}/${file}`, 'utf8'),
        });
    },
  };
}

/** What the viewer of PDFs fetches for some files alone: character maps, the standard fonts, JPEG 2000 without WebAssembly. */
function besidePdf(): Plugin {
  const library = here('../node_modules/pdfjs-dist');
  const wanted = [
    ['cmaps', /\.bcmap$/],
    ['standard_fonts', /\.(?:pfb|ttf)$/],
    ['wasm', /nowasm_fallback\.js$/],
  ] as const;
  return {
    name: 'beside-pdf',
    generateBundle() {
      for (const [folder, names] of wanted)
        for (const file of readdirSync(`${library}/${folder}`).filter((name) => names.test(name)))
          this.emitFile({
            type: 'asset',
            fileName: `assets/pdf/${folder}/${file}`,
            source: readFileSync(`${library}/${folder}/${file}`),
          });
    },
  };
}

/** Looks at what is left three times over, which the build's own minifier does once: two kilobytes less in a form page. */
function minifiedThrice(): Plugin {
  return {
    name: 'minified-thrice',
    apply: 'build',
    async renderChunk(code, { name }) {
      if (!['form', 'engine', 'base', 'shell'].includes(name)) return null;
      const compress = { passes: 3, ecma: 2022 } as const;
      return { code: (await minify(code, { module: true, compress, mangle: true })).code, map: null };
    },
  };
}

const screens = {
  portal: here('./index.html'),
  desk: here('./desk.html'),
  mailbox: here('./mailbox.html'),
  'ajv-runtime': here('./src/form/validation/ajv-runtime.ts'),
};

const config: UserConfig = {
  root: here('.'),
  plugins: [
    react(),
    sameAddressesInDevelopment(),
    schemasOfProcedures(),
    besidePdf(),
    lightRjsf(),
    lightDecimals(),
    lightReactDom(),
    minifiedThrice(),
    compressed(here('../dist/ui'), 'all'),
  ],
  resolve: { alias: { '#engine': here('../src/engine/index.ts') } },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: here('../dist/ui'),
    emptyOutDir: true,
    // A data: address would need a hole in the content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // For the server: which files a screen is made of (`src/http/screen-files.ts`).
    manifest: true,
    // Noto Sans JP comes in 124 slices; their sizes are not news.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // The engine is pure, pieces and words only declare: what a screen does not use, it need not carry.
      treeshake: { moduleSideEffects: (id) => !/\/src\/(engine|ui|texts|form|api)\/.*\.tsx?$/.test(id) },
      preserveEntrySignatures: 'allow-extension',
      input: screens,
      output: {
        entryFileNames: (chunk) => (chunk.name === 'ajv-runtime' ? AJV_RUNTIME : 'assets/[name]-[hash].js'),
      },
    },
  },
};

const SHELL = '/src/portal/main.tsx';
const FORM = '/src/portal/fill/FillScreen.tsx';
/** What opens a draft before there is anything to draw it with. */
const AHEAD = '/src/portal/fill/ahead.ts';
/** Whatever loads it fills in or shows a form. */
const LINKER = '/src/engine/procedure/link-form.ts';

/**
 * Over a slow line a request costs half a second whatever it brings, and six run at a time. So a first build tells which
 * modules the form page comes to, and the second puts them together, in four files instead of some fifty: what draws
 * (`shell`, which every screen needs, and `form`) and what a draft is opened with before there is anything to draw it
 * (`base`, which every screen needs, and `engine`).
 */
async function firstLoads(): Promise<Rolldown.CodeSplittingGroup[]> {
  const { output } = (await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    plugins: [react(), lightRjsf()],
    build: {
      ...config.build,
      write: false,
      minify: false,
      cssMinify: false,
      // By itself: what it needs to run without what draws.
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        input: { ...screens, ahead: here(`.${AHEAD}`) },
      },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = output.filter((one) => one.type === 'chunk');
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reach = (file: string, seen: Set<string>): ReadonlySet<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const next of byFile.get(file)?.imports ?? []) reach(next, seen);
    return seen;
  };
  const modulesOf = ({ fileName }: Rolldown.OutputChunk): readonly string[] =>
    [...reach(fileName, new Set())].flatMap((file) => byFile.get(file)?.moduleIds ?? []);
  const modulesFor = (module: string): readonly string[] =>
    chunks.filter((chunk) => chunk.moduleIds.some((id) => id.endsWith(module))).flatMap(modulesOf);
  const withoutForm = new Set(
    chunks
      .filter((chunk) => chunk.isDynamicEntry && chunk.facadeModuleId?.endsWith('Screen.tsx'))
      .map(modulesOf)
      .filter((modules) => !modules.some((id) => id.endsWith(LINKER)))
      .flat(),
  );
  const form = modulesFor(FORM);
  const shell = new Set([...modulesFor(SHELL), ...form.filter((id) => withoutForm.has(id))]);
  // What draws the portal runs in the portal alone; the desk and the mailbox share the rest.
  for (const id of shell) if (id.endsWith(SHELL) || id.endsWith('.html')) shell.delete(id);
  const ahead = modulesFor(AHEAD);
  const base = new Set(ahead.filter((id) => shell.has(id)));
  const group = (name: string, modules: ReadonlySet<string>): Rolldown.CodeSplittingGroup => ({
    name,
    test: (id) => modules.has(id),
    includeDependenciesRecursively: false,
  });
  return [
    group('base', base),
    group('shell', shell),
    group('engine', new Set(ahead.filter((id) => !base.has(id)))),
    group('form', new Set(form.filter((id) => !shell.has(id)))),
  ];
}

export default defineConfig(async ({ command }) => {
  if (command !== 'build') return config;
  const output = { ...config.build?.rolldownOptions?.output, codeSplitting: { groups: await firstLoads() } };
  return {
    ...config,
    build: { ...config.build, rolldownOptions: { ...config.build?.rolldownOptions, output } },
  };
});
