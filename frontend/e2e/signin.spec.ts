// SPDX-License-Identifier: EUPL-1.2
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test';

const OWN = 'en egen lång mening att minnas';

test.describe.configure({ mode: 'serial' });

test('the first administrator signs in, must choose a password and comes to where the link led', async ({ page, service }) => {
  await page.goto('/cases/mine');

  await expect(page.getByRole('heading', { level: 1, name: 'Logga in' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Logga in' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page).toHaveTitle(/^Fel: Logga in/);
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(['Fyll i användarnamnet.', 'Fyll i lösenordet.']);
  await page.getByRole('link', { name: 'Fyll i användarnamnet.' }).click();
  await expect(page.getByLabel('Användarnamn')).toBeFocused();
  await expectAccessible(page);

  await page.getByLabel('Användarnamn').fill(service.administrator.userName);
  await page.getByLabel('Lösenord').fill('fel lösenord helt och hållet');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(/lösenord/i);

  await page.getByLabel('Lösenord').fill(service.administrator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Byt lösenord' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Nuvarande lösenord').fill(service.administrator.password);
  await page.getByLabel('Nytt lösenord', { exact: true }).fill(OWN);
  await page.getByLabel('Nytt lösenord en gång till').fill(OWN);
  await page.getByRole('button', { name: 'Byt lösenord' }).click();

  await expect(page).toHaveURL(/\/cases\/mine/);
  await expect(page.getByRole('status').filter({ hasText: 'Lösenordet är bytt' })).toBeVisible();
});

test('the frame shows what the roles allow, in both languages and at all widths', async ({ page, service }) => {
  await page.goto('/login');
  await page.getByLabel('Användarnamn').fill(service.administrator.userName);
  await page.getByLabel('Lösenord').fill(OWN);
  await page.keyboard.press('Enter');
  // The greeting follows the hour.
  const greeting = page.getByRole('heading', { level: 1, name: 'Administratör' });
  await expect(greeting).toBeVisible();
  const menu = page.getByRole('navigation', { name: 'Huvudmeny', exact: true });
  await expect(menu.getByRole('link', { name: 'Hem' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Ärenden' })).toHaveCount(0);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/home-1440.png' });

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(greeting).toBeVisible();
  for (const width of [390, 760, 1024]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }

  await page.getByRole('button', { name: /My account/ }).click();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/home-menu-1024.png' });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});
