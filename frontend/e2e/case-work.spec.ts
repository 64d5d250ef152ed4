// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const STAMP = Date.now();

/** Registers a water case over the API, as the registrar. */
async function registered(page: Page, subject: string): Promise<void> {
  const answer = await page.request.post('/api/v1/cases', {
    headers: { 'Idempotency-Key': `work-${STAMP}-${subject.replace(/[^A-Za-z0-9]/g, '')}`, Origin: new URL(page.url()).origin },
    data: {
      caseTypeKey: 'vattenverksamhet-anmalan',
      subject,
      publicSubject: 'Grävning i vattendrag',
      channel: 'eservice',
      receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
      recordTitle: 'Anmälan',
    },
  });
  expect(answer.status()).toBe(201);
}

test('a manager takes the queue by keyboard: the suggestion says why, and Enter confirms it', async ({ page }) => {
  await signInAs(page, 'registrar');
  await page.goto('/cases/mine');
  for (const name of ['Ett', 'Två', 'Tre']) await registered(page, `Brygga ${name} ${STAMP}`);
  await signInAs(page, 'manager');
  await page.goto('/cases/mine');
  await page.getByRole('link', { name: 'Köer' }).click();
  await page
    .getByRole('navigation', { name: 'Välj kö' })
    .getByRole('link', { name: /Anmälan om vattenverksamhet/ })
    .click();
  await expect(page).toHaveURL(/unit=.*type=vattenverksamhet-anmalan/);
  await expect(page.getByRole('row', { name: new RegExp(`Brygga Ett ${STAMP}`) })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/queues-1440.png' });

  await page
    .getByRole('row', { name: new RegExp(`Brygga Ett ${STAMP}`) })
    .getByRole('button', { name: /^Fördela/ })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/belastning|Inga öppna ärenden/).first()).toBeVisible();
  await expect(dialog.getByText('kompetensen arbeten i vatten').first()).toBeVisible();
  await expect(dialog.getByRole('radio').first()).toBeChecked();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/queue-assign-1440.png' });
  await dialog.getByRole('button', { name: 'Fördela', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Ärendet är fördelat till' })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`Brygga Ett ${STAMP}`) })).toHaveCount(0);
});

test('an act on many is shown before it is done, and each case has its result', async ({ page }) => {
  await signInAs(page, 'manager');
  await page.goto(`/cases?query=${STAMP}`);
  await expect(page.getByRole('row', { name: new RegExp(`Brygga Två ${STAMP}`) })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByRole('status').filter({ hasText: '2 ärenden valda' })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Lämna tillbaka' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Visa vad som händer' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Ange varför');
  await dialog.getByLabel('Skäl').fill('Fel handläggare.');
  await dialog.getByRole('button', { name: 'Visa vad som händer' }).click();
  await expect(dialog).toContainText('Går att genomföra för 1 av 3 ärenden.');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/bulk-preview-1440.png' });
  await dialog.getByRole('button', { name: 'Genomför för 1 ärende' }).click();
  await expect(dialog).toContainText('Klart för 1 ärende. 2 gick inte.');
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/bulk-result-1440.png' });
});

test('a filter is saved under a name and gone back to', async ({ page }) => {
  await signInAs(page, 'officer');
  await page.goto('/cases?openOnly=true&sort=due');
  await page.getByRole('button', { name: 'Spara urvalet' }).click();
  const name = `Prov ${STAMP}`;
  await page.getByRole('dialog').getByLabel('Namn på urvalet').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Spara urvalet' }).click();
  await page.goto('/cases');
  await page.getByRole('button', { name }).click();
  await expect(page).toHaveURL(/openOnly=true.*sort=due/);
  await page.getByRole('button', { name: `Ta bort urvalet ${name}` }).click();
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('a manager sees the load and arranges a substitute, who has the cases marked', async ({ page }) => {
  await signInAs(page, 'manager');
  await page.goto('/cases/mine');
  await expect(page.getByRole('heading', { name: /Belastning i enheten/ })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /Åsa Figurgren/ })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/my-work-manager-1440.png', fullPage: true });
  await page.getByRole('link', { name: 'Vikariat' }).click();
  await page.getByRole('button', { name: 'Ordna vikarie' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Den som är borta').selectOption({ label: 'Åsa Figurgren' });
  await dialog.getByLabel('Vikarie', { exact: true }).selectOption({ label: 'Wilma Övningslund' });
  await dialog.getByLabel('Till och med').fill('2099-01-01');
  await dialog.getByRole('button', { name: 'Ordna vikarie' }).click();
  await expect(dialog.getByRole('alert')).toContainText('högst ett år senare');
  await dialog.getByLabel('Till och med').fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
  await dialog.getByRole('button', { name: 'Ordna vikarie' }).click();
  await expect(page.getByRole('row', { name: /Åsa Figurgren/ })).toContainText('Gäller nu');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/substitutions-1440.png' });

  await signInAs(page, 'decisionMaker');
  await page.goto('/cases/mine');
  await expect(page.getByText('Du vikarierar för Åsa Figurgren')).toBeVisible();
  await expect(page.getByText('För Åsa Figurgren').first()).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/my-work-substitute-1440.png' });
  await page.goto('/cases/substitutions');
  await page.getByRole('button', { name: 'Avsluta vikariatet för Åsa Figurgren' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Vikariatet är avslutat' })).toBeVisible();
});

test('on a phone nothing sticks out, and English is whole', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'manager');
  for (const [path, shot] of [
    ['/cases/queues', 'queues'],
    ['/cases/mine', 'my-work'],
    ['/cases/substitutions', 'substitutions'],
    ['/cases', 'cases'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/${shot}-390.png` });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(() => localStorage.setItem('malbild.language', 'en'));
  await page.goto('/cases/queues');
  await expect(page.getByRole('heading', { level: 1, name: 'Queues' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/queues-en-1440.png' });
});
