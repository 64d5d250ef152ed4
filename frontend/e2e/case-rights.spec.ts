// SPDX-License-Identifier: EUPL-1.2
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const DOCUMENT = `Delegationsordningen, prov ${Date.now()}`;

test('a manager proposes a delegation and sees first what it changes', async ({ page }) => {
  await signInAs(page, 'manager');
  await page.goto('/cases/mine');
  await page.getByRole('link', { name: 'Delegationer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Delegationer' })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/delegations-1440.png' });

  await page.getByRole('button', { name: 'Föreslå delegation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Visa vad som ändras' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Välj minst en ärendetyp');
  await dialog.getByLabel('Anmälan om vattenverksamhet').check();
  await dialog.getByLabel('Vilket beslut').selectOption({ index: 1 });
  await dialog.getByLabel('Enhet').selectOption({ label: 'Vattenenheten' });
  await dialog.getByLabel('Funktion', { exact: true }).selectOption({ label: 'Enhetschef' });
  await dialog.getByLabel('Beloppsgräns i kronor').fill('100 000');
  await dialog.getByLabel('Vilket svar är beloppet').selectOption({ index: 1 });
  await dialog.getByLabel('Beslutad i').fill(DOCUMENT);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/delegation-form-1440.png', fullPage: true });
  await dialog.getByRole('button', { name: 'Visa vad som ändras' }).click();
  await expect(dialog.getByRole('heading', { name: 'Det här ändras när någon annan har godkänt' })).toBeVisible();
  await expect(dialog).toContainText('i Anmälan om vattenverksamhet, Vattenenheten, beloppsgräns 100 000 kr');
  await expect(dialog.getByRole('listitem').first()).toContainText(/får besluta|får det redan/);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/delegation-preview-1440.png' });
  await dialog.getByRole('button', { name: 'Föreslå' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Delegationen är föreslagen' })).toBeVisible();
  const waiting = page.getByRole('listitem').filter({ hasText: DOCUMENT });
  await expect(waiting).toBeVisible();
  await expect(waiting.getByRole('button', { name: /Godkänn/ })).toHaveCount(0);
});

test('an executive approves it, and it is ended with a reason and stays in the register', async ({ page }) => {
  await signInAs(page, 'executive');
  await page.goto('/cases/delegations');
  const waiting = page.getByRole('listitem').filter({ hasText: DOCUMENT });
  await expect(waiting).toContainText('beloppsgräns 100 000 kr');
  await page.screenshot({ path: 'test-results/delegations-waiting-1440.png' });
  await waiting.getByRole('button', { name: /Godkänn/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Delegationen är godkänd' })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: DOCUMENT });
  await expect(row).toContainText('Gäller');
  await expect(row).toContainText('100 000 kr');

  await row.getByRole('button', { name: /Avsluta/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Avsluta' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Skriv ett skäl');
  await dialog.getByLabel('Varför?').fill('Ny delegationsordning.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Avsluta' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Delegationen är avslutad' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: DOCUMENT })).toHaveCount(0);
  await page.getByRole('button', { name: 'Hela registret' }).click();
  await expect(page.getByRole('row').filter({ hasText: DOCUMENT })).toContainText('Avslutad');
  await page.screenshot({ path: 'test-results/delegations-history-1440.png' });
});

test('the register reads well in English and on a phone', async ({ page }) => {
  await signInAs(page, 'officer');
  await page.addInitScript(() => localStorage.setItem('malbild.language', 'en'));
  await page.goto('/cases/delegations');
  await expect(page.getByRole('heading', { level: 1, name: 'Delegations' })).toBeVisible();
  await page.getByLabel('Case type').selectOption({ index: 1 });
  await expect(page).toHaveURL(/caseType=/);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Propose a delegation' })).toHaveCount(0);
  await page.screenshot({ path: 'test-results/delegations-en-1440.png' });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  // On a card every label stands at the same edge, also the one beside an amount.
  for (const cell of await page.locator('.delegations tbody tr:first-child td').all()) await expect(cell).toHaveCSS('padding-left', '0px');
  await page.screenshot({ path: 'test-results/delegations-en-390.png' });
});

test('a conflict of interest that waits for a ruling stands on the manager’s page', async ({ page }) => {
  await signInAs(page, 'officer');
  await page.goto('/cases/mine');
  const post = (path: string, version: number, data: object) =>
    page.request.post(`/api/v1/cases/${path}`, {
      headers: { 'Idempotency-Key': crypto.randomUUID(), 'If-Match': `"${version}"`, Origin: new URL(page.url()).origin },
      data,
    });
  const mine = await (await page.request.get('/api/v1/my-cases?limit=50')).json();
  const open = mine.items.find((each: { secrecyLevel: string }) => each.secrecyLevel === 'open');
  const declared = await post(`${open.id}/conflicts`, open.version, { ground: 'party', note: 'Sökanden är en granne.' });
  expect(declared.status()).toBe(201);

  await signInAs(page, 'manager');
  await page.goto('/cases/mine');
  const waiting = page.getByRole('region', { name: 'Jävsfrågor att pröva' });
  await expect(waiting.getByRole('link', { name: open.number })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/conflicts-waiting-1440.png' });

  const file = await (await page.request.get(`/api/v1/cases/${open.id}`)).json();
  const ruled = await post(`${open.id}/conflicts/${file.law.conflicts[0].id}/ruling`, file.version, {
    ruling: 'not_upheld',
    reason: 'En granne långt bort.',
  });
  expect(ruled.status()).toBe(200);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: open.number }).and(waiting.getByRole('link'))).toHaveCount(0);
});
