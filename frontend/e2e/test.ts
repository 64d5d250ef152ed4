// SPDX-License-Identifier: EUPL-1.2
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { type Service, startService } from './service';

/**
 * A test with a service of its worker, whose address is its base. `demo` fills that service with the demo; while one writes a test,
 * MALBILD_E2E_ROOT names a service with the demo that already runs.
 */
export const test = base.extend<object, { demo: boolean; service: Service }>({
  demo: [false, { option: true, scope: 'worker' }],
  service: [
    async ({ demo }, use) => {
      const running = process.env.MALBILD_E2E_ROOT;
      if (running && demo) {
        await use({ root: running, administrator: { userName: '', password: '' }, stop: async () => {} });
        return;
      }
      const service = await startService(...(demo ? ['--demo'] : []));
      await use(service);
      await service.stop();
    },
    { scope: 'worker', timeout: 420_000 },
  ],
  baseURL: async ({ service }, use) => use(service.root),
});

/** Holds the page as it stands to WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

/** Nothing sticks out to the side. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const sticking = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  expect(sticking).toEqual([]);
}

/** Signs in over the API (the page of it has a test of its own); the context of the page keeps the session. */
export async function signIn(page: Page, userName: string, password: string): Promise<void> {
  await page.context().clearCookies();
  const answer = await page.request.post('/api/v1/sessions', { data: { userName, password } });
  expect(answer.status()).toBe(201);
}

/** Whom the demo lets sign in. */
export const people = {
  registrar: 'greta.malldal@exempel.example',
  officer: 'asa.figurgren@exempel.example',
  decisionMaker: 'wilma.ovningslund@exempel.example',
  manager: 'vera.monsterholm@exempel.example',
  executive: 'alma.provgren@exempel.example',
  administrator: 'gosta.utkastdal@exempel.example',
  developer: 'tuva.exempelberg@exempel.example',
} as const;

/** Signs in as somebody of the demo. */
export const signInAs = (page: Page, person: keyof typeof people) => signIn(page, people[person], 'bara-for-demo');

export { expect };
