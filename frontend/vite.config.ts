// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The addresses participants are given, /survey and /m, are survey.html and workshop.html here as they are in the service. */
const participantsPage: Plugin = {
  name: 'participants-page',
  configureServer: (server) => {
    server.middlewares.use((request, _response, next) => {
      if (/^\/survey(\/|\?|$)/.test(request.url ?? '')) request.url = '/survey.html';
      if (/^\/m(\/|\?|$)/.test(request.url ?? '')) request.url = '/workshop.html';
      next();
    });
  },
};

/** Three entries: the staff application, and small ones for a survey and for a workshop's phones and screen (src/app/budget.test.ts holds their sizes). */
export default defineConfig({
  plugins: [react(), participantsPage],
  resolve: { alias: { '@': here('./src') } },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { index: here('./index.html'), survey: here('./survey.html'), workshop: here('./workshop.html') } },
  },
  server: {
    port: Number(process.env.MALBILD_DEV_PORT ?? 5173),
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/problems'].map((path) => [path, { target: process.env.MALBILD_BACKEND ?? 'http://localhost:8080', changeOrigin: false }]),
    ),
  },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], setupFiles: ['src/test/setup.ts'], restoreMocks: true },
});
