// SPDX-License-Identifier: EUPL-1.2
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const MARK = String(Date.now());
const NAME = `Kommun Prov, e-tjänst ${MARK}`;
const SUBJECT = `Anmälan om brygga ${MARK}`;

test('two persons let a client in, its secret is shown once, and what it hands in lies in the inbox', async ({
  page,
  playwright,
  baseURL,
}) => {
  await signInAs(page, 'administrator');
  await page.goto('/admin/users');
  await page.getByRole('link', { name: 'Klienter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Klienter' })).toBeVisible();
  await page.getByRole('button', { name: 'Ny klient' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Namn', { exact: true }).fill(NAME);
  await dialog.getByLabel('Myndighet').fill('Kommun Prov');
  await dialog.getByLabel('Ändamål').fill('Anmälningar från e-tjänsten');
  await dialog.getByLabel('Kontakt').fill('drift@kommun.example');
  await dialog.getByRole('button', { name: 'Ny klient' }).click();
  await expect(dialog.getByText('Ange lag eller avtal.').first()).toBeVisible();
  await dialog.getByLabel('Rättslig grund').fill('Avtal om e-tjänst, dnr 2026-12');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Ny klient' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
  await expect(page.getByText('Väntar på en andra person')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Godkänn klienten' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Lägg till nyckel' }).click();
  await dialog.getByRole('radio', { name: 'Hemlighet som visas en gång' }).check();
  await dialog.getByRole('button', { name: 'Lägg till nyckel' }).click();
  await expect(dialog).toContainText('Hemligheten visas bara nu');
  const secret = (await dialog.locator('.onetime').textContent()) ?? '';
  const clientId = (await dialog.locator('code').first().textContent()) ?? '';
  expect(secret).toMatch(/^mbs_/);
  await dialog.getByRole('button', { name: 'Jag har sparat den' }).click();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const address = page.url();

  await signInAs(page, 'executive');
  await page.goto(address);
  await page.getByRole('button', { name: 'Godkänn klienten' }).click();
  await expect(page.getByText('Väntar på en andra person')).toHaveCount(0);
  await page.screenshot({ path: 'test-results/client-1440.png', fullPage: true });

  const agency = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  const token = await agency.post('/api/v1/oauth/token', {
    form: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
  });
  expect(token.status()).toBe(200);
  const handedIn = await agency.post('/api/v1/submissions', {
    headers: { Authorization: `Bearer ${(await token.json()).access_token}`, 'Idempotency-Key': `e2e-clients-${MARK}` },
    data: { subject: SUBJECT, caseTypeKey: 'vattenverksamhet-anmalan', sender: { name: 'Brita Påhittad', kind: 'person' } },
  });
  expect(handedIn.status(), await handedIn.text()).toBe(202);
  await agency.dispose();

  await signInAs(page, 'registrar');
  await page.goto('/inbox?channel=api');
  await expect(page.getByRole('region', { name: 'Poster' }).getByText(SUBJECT).first()).toBeVisible();
});

test('the pages of clients hold on a phone and in English', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'administrator');
  await page.goto('/admin/clients');
  await page.getByRole('link', { name: NAME }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/client-390.png', fullPage: true });
});
