// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from '@playwright/test';

/** Real browser, real service, real database: each worker starts the service for itself (e2e/service.ts). */
export default defineConfig({
  testDir: 'e2e',
  outputDir: process.env.MALBILD_E2E_OUT ?? 'test-results/traces',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 984 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    // A trace of every act is dear on two cores: MALBILD_E2E_TRACE=1 while one looks for a fault.
    trace: process.env.MALBILD_E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
