// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '@playwright/test';
import { aPicture, expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

let address = '';

/** Posts as whoever is signed in; fails with what the service answered. */
async function post(page: Page, origin: string, path: string, data?: object, etag?: string) {
  const answer = await page.request.post(`/api/v1${path}`, {
    data,
    headers: { Origin: origin, 'Idempotency-Key': crypto.randomUUID(), ...(etag ? { 'If-Match': etag } : {}) },
  });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return { etag: answer.headers().etag, body: await answer.json() };
}

test('a consultant drafts a request for supplement, and nothing goes out', async ({ page, service }) => {
  await signInAs(page, 'consultant');
  const consultant = (await (await page.request.get('/api/v1/me')).json()).user.id;
  await signInAs(page, 'officer');
  const registered = await post(page, service.root, '/cases', {
    caseTypeKey: 'vattenverksamhet-anmalan',
    subject: 'Grävning vid Utkastbäcken',
    publicSubject: 'Grävning i vattendrag',
    channel: 'eservice',
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    recordTitle: 'Anmälan',
    documentKeys: ['notification'],
    parties: [{ kind: 'organisation', role: 'applicant', name: 'Utkastbäckens samfällighet' }],
  });
  await signInAs(page, 'manager');
  await post(
    page,
    service.root,
    `/cases/${registered.body.id}/assignment`,
    { unitId: registered.body.unitId, officerId: consultant },
    registered.etag,
  );
  await signInAs(page, 'consultant');
  address = `/cases/${registered.body.id}`;
  await page.goto(address);
  await page.getByRole('button', { name: 'Påbörja handläggning' }).first().click();
  // What is read anew after an act may take a while: it closes nothing that was opened meanwhile.
  await page.route('**/api/v1/**', async (route) => {
    if (route.request().method() === 'GET') await new Promise((waited) => setTimeout(waited, 1500));
    await route.continue();
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Påbörja handläggning' }).click();
  await page.getByRole('button', { name: 'Begär komplettering' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Handläggningen är påbörjad' })).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
  await expect(dialog).toContainText('Det du skriver blir ett utkast');
  await dialog.getByLabel('Vad behöver kompletteras?').fill('Karta och ritning i skala 1:200.');
  await dialog.getByLabel('Sista dag', { exact: true }).fill('+21');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Spara utkastet' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Utkastet är sparat' })).toBeVisible();
  const drafts = page.getByRole('region', { name: 'Utkast att ta ställning till' });
  await expect(drafts).toContainText('Karta och ritning i skala 1:200.');
  await expect(drafts.getByRole('button', { name: /Anta och skicka/ })).toHaveCount(0);
  await expect(drafts.getByRole('button', { name: /Kasta utkastet/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Väntar på', exact: false })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/consultant-draft-1440.png', fullPage: true });
});

test('a consultant reads a file page by page and does not take it out', async ({ page, service }) => {
  await signInAs(page, 'consultant');
  const content = await aPicture(page);
  const upload = await post(page, service.root, '/uploads', { fileName: 'karta.png', size: content.length, mediaType: 'image/png' });
  const sent = await page.request.put(`/api/v1/uploads/${upload.body.id}/parts/0`, {
    data: content,
    headers: { Origin: service.root, 'Content-Type': 'application/octet-stream' },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  await post(page, service.root, `/cases/${address.split('/').at(-1)}/file-records`, {
    uploadId: upload.body.id,
    direction: 'in',
    title: 'Karta över bäcken',
    date: new Date().toISOString().slice(0, 10),
  });
  await page.goto(address);
  await page.getByRole('button', { name: /Karta över bäcken/ }).click();
  await expect(page.getByText('Konsulter läser filer här och hämtar inte ut dem.')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('link', { name: /karta\.png/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Läs sidorna karta.png' }).click();
  await expect(page.getByRole('dialog').getByRole('img', { name: 'Sida 1 av 1' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/consultant-pages-1440.png' });
});

test('an officer of the unit adopts the draft, and it goes out in the name of the officer', async ({ page }) => {
  await signInAs(page, 'officer');
  await page.goto(address);
  const drafts = page.getByRole('region', { name: 'Utkast att ta ställning till' });
  await expect(drafts).toContainText('Skrivet av');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/consultant-draft-officer-390.png', fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  await drafts.getByRole('button', { name: /Anta och skicka/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('skickas det genast i ditt namn');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/consultant-adopt-1440.png' });
  await dialog.getByRole('button', { name: 'Anta och skicka' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'antaget och skickat' })).toBeVisible();
  await expect(drafts).toHaveCount(0);
  await expect(page.getByText(/Skickat av .*, efter utkast av/)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/consultant-sent-1440.png', fullPage: true });
});
