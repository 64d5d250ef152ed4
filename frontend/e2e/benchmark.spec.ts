// SPDX-License-Identifier: EUPL-1.2
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

test('the authority stands beside others as a group, with a reading, a table and no names to values', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto('/benchmark');
  const digital = page.getByRole('article', { name: /I04/ });
  await expect(digital).toContainText(/Vi ligger på \d+\s%\. Mitten av de 20 andra ligger på \d+\s%/);
  await expect(digital).toContainText(/Av fyra fjärdedelar hamnar vi i den/);
  await expect(digital.getByRole('img').first()).toBeVisible();
  await digital.getByRole('button', { name: 'Tabell' }).click();
  await expect(digital.getByRole('row').filter({ hasText: '20 andra' })).toBeVisible();
  await digital.getByRole('button', { name: 'Vilka som är med' }).click();
  await expect(digital.getByText('Länsstyrelsen Exempel Nord')).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(page.getByRole('article', { name: /I09/ })).toContainText('visas först när minst 20 andra är med');
  await expect(page.getByRole('article', { name: /I12/ })).toContainText('färre än fem andra');
  await expect(page.getByRole('article', { name: /AP4/ })).toContainText('20 andra');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('a developer prepares a value, an executive sees exactly what is sent and gives it, and takes it back', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto('/benchmark');
  await page.getByRole('button', { name: 'Ta fram ett värde' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ta fram ett värde' }).click();
  await expect(dialog.getByRole('alert').getByRole('link')).toHaveText(['Välj ett mått.']);
  await dialog.getByLabel('Vad ska jämföras?').selectOption('LS4');
  await dialog.getByLabel('Hur många arbetar hos myndigheten?').selectOption('from_200_to_999');
  const assessments = dialog.getByLabel('Nulägesbild av hela myndigheten');
  const whole = assessments.getByRole('option', { name: /Länsstyrelsen Exempel$/ });
  await assessments.selectOption((await whole.first().getAttribute('value')) ?? '');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Ta fram ett värde' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Det väntar på att ledningen lämnar det' })).toBeVisible();
  const waiting = page.getByRole('region', { name: 'Väntar på att lämnas' }).getByRole('article', { name: /LS4/ });
  await expect(waiting).toContainText(/nivå \d/);
  await expect(waiting.getByRole('button', { name: /^Lämna/ })).toHaveCount(0);

  await signInAs(page, 'executive');
  await page.goto('/benchmark');
  await waiting.getByRole('button', { name: /^Lämna/ }).click();
  await expect(dialog).toContainText('aldrig vilket värde den har');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Lämna', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Värdet är lämnat' })).toBeVisible();
  const level = page.getByRole('article', { name: /LS4/ });
  await expect(level).toContainText('De andra visas inte än');

  const row = page.getByRole('region', { name: 'Det vi har lämnat' }).getByRole('row').filter({ hasText: 'LS4' });
  await row.getByRole('button', { name: /^Ta tillbaka/ }).click();
  await dialog.getByRole('button', { name: 'Ta tillbaka', exact: true }).click();
  await expect(row).toContainText('Tillbakataget');
  await expect(level).toHaveCount(0);
});

test('the report stands beside others too', async ({ page }) => {
  await signInAs(page, 'executive');
  await page.goto('/reports');
  await page.getByRole('link', { name: /^Digital ärendehandläggning/ }).click();
  const section = page.getByRole('region', { name: 'Jämförelse' });
  await expect(section.getByRole('row').filter({ hasText: 'I04' })).toContainText('i mitten, hälften mellan');
  await expect(page.locator('.sources')).toContainText('Fryst jämförelsegrupp, 20 andra');
});
