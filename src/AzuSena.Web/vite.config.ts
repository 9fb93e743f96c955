import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { precompress } from './build/precompress';

// Where the Api runs while one works on the page with `npm run dev`.
const api = process.env['AZUSENA_API'] ?? 'http://127.0.0.1:8000';

export default defineConfig({
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  plugins: [precompress()],
  build: {
    target: 'es2020',
    outDir: process.env['AZUSENA_WEB_OUT'] ?? fileURLToPath(new URL('../../artifacts/web/wwwroot', import.meta.url)),
    emptyOutDir: true,
    // A data: address would need a looser Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: 'index.html', widget: 'widget.html', loader: 'src/widget/loader.ts' },
      // Pages name the script, so its name stays the same.
      output: {
        entryFileNames: (chunk) => (chunk.name === 'loader' ? 'widget.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/chat-[hash].js',
        // A classic script's own names would be names of the page.
        banner: (chunk) => (chunk.name === 'loader' ? '(() => {' : ''),
        footer: (chunk) => (chunk.name === 'loader' ? '})();' : ''),
      },
    },
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      '/azusena_api': api,
      '/health': api,
      '/docs': api,
      '/openapi': api,
      '/hubs': { target: api, ws: true },
    },
  },
  test: { include: ['src/**/*.test.ts'] },
});
