import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The engine alone, as the screens bundle it; ENGINE_PAGE_DIR says where to. */
export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  resolve: { alias: { '#engine': here('../../../src/engine/index.ts') } },
  build: {
    outDir: process.env.ENGINE_PAGE_DIR ?? here('../../../dist/engine-page'),
    emptyOutDir: true,
    modulePreload: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      preserveEntrySignatures: 'strict',
      input: {
        'engine-page': here('./engine-page.ts'),
        'ajv-runtime': here('../../../renderer-ui/src/form/validation/ajv-runtime.ts'),
      },
      output: { entryFileNames: 'assets/[name].js' },
    },
  },
});
