import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from '../renderer-ui/compressed.js';
import { lightRjsf } from '../renderer-ui/light-rjsf.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const out = here('../dist/ui');

/**
 * A build of its own, after that of the other screens and into the same folder: the builder carries the whole engine,
 * and what it needs of a shared module must not weigh on an applicant's phone.
 */
export default defineConfig(({ command }) => ({
  root: here('.'),
  // Fonts and the icon are those of the other screens, under the same addresses.
  publicDir: here('../renderer-ui/public'),
  plugins: [
    react(),
    lightRjsf(),
    compressed(out, 'own'),
    {
      name: 'same-address-in-development',
      configureServer(server) {
        server.middlewares.use((request, _response, next) => {
          const path = request.url?.split('?')[0] ?? '/';
          if (path === '/builder' || path.startsWith('/builder/')) request.url = '/builder.html';
          next();
        });
      },
    },
  ],
  resolve: { alias: { '#engine': here('../src/engine/index.ts') } },
  worker: { format: 'es' as const },
  server: { host: '127.0.0.1', port: 5174, proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: out,
    emptyOutDir: false,
    copyPublicDir: false,
    // A data: address would need a hole in the content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      ...(command === 'build' && {
        treeshake: {
          moduleSideEffects: (id: string) => !/\/src\/(engine|ui|texts|form|api)\/.*\.tsx?$/.test(id),
        },
      }),
      input: { builder: here('./builder.html') },
    },
  },
}));
