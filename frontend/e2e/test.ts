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

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Holds the page as it stands to WCAG 2.2 A and AA. What does not fail is not gathered, and no page is opened beside it: a third of the time. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: WCAG }, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

/** A picture of one page, drawn by the browser. */
export async function aPicture(page: Page): Promise<Buffer> {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 600;
    canvas.height = 400;
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, 600, 400);
      pen.fillStyle = '#123';
      pen.font = '28px sans-serif';
      pen.fillText('Situationsplan, Exempelby 1:23', 60, 80);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(data, 'base64');
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
  consultant: 'majken.pahittstrom@exempel.example',
  auditor: 'david.modellberg@exempel.example',
} as const;

/** Signs in as somebody of the demo. */
export const signInAs = (page: Page, person: keyof typeof people) => signIn(page, people[person], 'bara-for-demo');

/** A case under way at the demo's officer, made over the API; its address. */
export async function caseUnderWay(
  page: Page,
  origin: string,
  what: { subject: string; publicSubject: string; party: string },
): Promise<string> {
  await signInAs(page, 'officer');
  const me = await (await page.request.get('/api/v1/me')).json();
  const post = async (path: string, etag: string | undefined, data?: object) => {
    const answer = await page.request.post(`/api/v1${path}`, {
      data,
      headers: { Origin: origin, 'Idempotency-Key': crypto.randomUUID(), ...(etag ? { 'If-Match': etag } : {}) },
    });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return { etag: answer.headers().etag, body: await answer.json() };
  };
  const registered = await post('/cases', undefined, {
    caseTypeKey: 'vattenverksamhet-anmalan',
    subject: what.subject,
    publicSubject: what.publicSubject,
    channel: 'eservice',
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    recordTitle: 'Anmälan',
    documentKeys: ['notification', 'map', 'drawings'],
    parties: [{ kind: 'organisation', role: 'applicant', name: what.party }],
  });
  await signInAs(page, 'manager');
  const assigned = await post(`/cases/${registered.body.id}/assignment`, registered.etag, {
    unitId: registered.body.unitId,
    officerId: me.user.id,
  });
  await signInAs(page, 'officer');
  await post(`/cases/${registered.body.id}/start`, assigned.etag);
  return `/cases/${registered.body.id}`;
}

export { expect };
