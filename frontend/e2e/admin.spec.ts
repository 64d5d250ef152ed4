// SPDX-License-Identifier: EUPL-1.2
import { expect, expectAccessible, expectNoSidewaysScroll, people, signIn, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const USER_NAME = `prov.${Date.now()}@exempel.example`;

test('a new user gets a one-time password and a role that holds when a second person has approved it', async ({ page }) => {
  await signInAs(page, 'administrator');
  await page.goto('/admin/users');
  await expect(page.getByRole('table')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/admin-users-1440.png' });

  await page.getByRole('button', { name: 'Lägg till användare' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Namn', { exact: true }).fill('Prov Provsson');
  await dialog.getByLabel('Användarnamn').fill(people.officer);
  await dialog.getByRole('button', { name: 'Lägg till användare' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Användarnamn').fill(USER_NAME);
  await dialog.getByRole('button', { name: 'Lägg till användare' }).click();
  await expect(dialog).toContainText('Engångslösenord');
  const password = (await dialog.locator('.onetime').textContent()) ?? '';
  expect(password.length).toBeGreaterThan(8);
  await expectAccessible(page);
  await dialog.getByRole('link', { name: 'Till användaren' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prov Provsson');
  const address = page.url();
  await page.getByRole('button', { name: 'Föreslå roll' }).click();
  await dialog.getByLabel('Roll', { exact: true }).selectOption({ label: 'Handläggare' });
  await dialog.getByLabel('Enhet', { exact: true }).selectOption({ label: 'Vattenenheten' });
  await dialog.getByRole('button', { name: 'Föreslå roll' }).click();
  await expect(page.getByRole('row', { name: /Handläggare/ })).toContainText('Föreslagen');

  await page.getByRole('button', { name: 'Godkänn Handläggare' }).click();
  await expect(page.getByRole('alert')).toContainText('Någon annan än den som föreslog rollen');
  await expectAccessible(page);

  await signInAs(page, 'executive');
  await page.goto(address);
  await page.getByRole('button', { name: 'Godkänn Handläggare' }).click();
  await expect(page.getByRole('row', { name: /Handläggare/ })).toContainText('Gäller');

  await signIn(page, USER_NAME, password);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Byt lösenord' })).toBeVisible();
});

test('units are a tree that grows, and nobody else sees the pages', async ({ page }) => {
  await signInAs(page, 'administrator');
  await page.goto('/admin/units');
  await expect(page.getByRole('rowheader', { name: 'Vattenenheten' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/admin-units-1440.png' });
  await page.getByRole('button', { name: 'Lägg till enhet' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Namn på svenska').fill('Provenheten');
  await dialog.getByLabel('Kod').fill('små');
  await dialog.getByRole('button', { name: 'Lägg till enhet' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Skriv en kod med stora bokstäver');
  await dialog.getByLabel('Kod').fill(`P${Date.now() % 1_000_000}`);
  await dialog.getByRole('button', { name: 'Lägg till enhet' }).click();
  await expect(page.getByRole('rowheader', { name: 'Provenheten' }).first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await signInAs(page, 'officer');
  await page.goto('/admin/users');
  await expect(page.getByRole('alert')).toContainText('Din roll tillåter inte detta');
  await expect(page.getByRole('link', { name: 'Administration' })).toHaveCount(0);
});
