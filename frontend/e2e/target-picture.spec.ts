// SPDX-License-Identifier: EUPL-1.2
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const WORDS = 'Beslutet når fram samma dag som det är fattat.';
const REASON = 'Vi mäter nu när beslutet når fram och kan säga det rakt ut.';

test('every employee reads the signed target picture: from today to the target, who and when, and what has changed', async ({ page }) => {
  await signInAs(page, 'officer');
  await page.goto('/');
  await page.getByRole('link', { name: 'Läs målbilden så som alla medarbetare ser den' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Målbilden för / })).toBeVisible();
  await expect(page.getByText(/^Version 2\. Undertecknad av Alma Provgren/)).toBeVisible();

  const changed = page.getByRole('region', { name: 'Ändrat sedan version 1' });
  await expect(changed).toContainText('målet är nivå 4 i stället för 3');
  await expect(changed).toContainText('nytt mål, nivå 3');
  await changed.getByText(/^Ny beskrivning av/).click();
  await expect(changed).toContainText('Förut:');
  const path = page.getByRole('region', { name: 'Från i dag till målet' });
  await expect(path.getByRole('listitem').filter({ hasText: 'från nivå 2 till nivå 4' }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Kompletta ärenden från start' })).toContainText('Vera Mönsterholm ansvarar.');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Målbild' }).click();
  await expect(page).toHaveURL(/\/targets\/picture$/);
  await expect(page.getByRole('link', { name: 'Arbeta med målen' })).toHaveCount(0);
  await page.getByRole('region', { name: 'Alla versioner' }).getByRole('link', { name: 'Version 1', exact: true }).click();
  await expect(page.getByText('Det här är version 1. Nu gäller version 2.')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test('a developer writes it in words and makes a version; nobody else reads it until an executive has signed', async ({ page }) => {
  await signInAs(page, 'developer');
  const signed = await (await page.request.get('/api/v1/target-picture-versions?state=signed')).json();
  await page.goto(`/targets?assessment=${signed.items[0].assessmentId}`);
  await page.getByRole('button', { name: 'Skriv målbilden i ord' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Hur vill ni att det ska vara: Arbetssätt/).fill(WORDS);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByRole('region', { name: 'Målbilden i ord' })).toContainText(WORDS);

  await page.getByRole('button', { name: 'Gör version 3 att skriva under' }).click();
  await dialog.getByRole('button', { name: 'Gör utkast' }).click();
  await expect(dialog.getByRole('alert').getByRole('link')).toHaveText('Skriv varför, med minst 10 tecken.');
  await dialog.getByLabel('Varför ändras målbilden?').fill(REASON);
  await dialog.getByRole('button', { name: 'Gör utkast' }).click();
  await expect(page.getByRole('region', { name: 'Ändrat sedan version 2' })).toContainText(REASON);
  await expect(page.getByRole('button', { name: 'Skriv under' })).toHaveCount(0);
  await expectAccessible(page);
  const address = page.url();

  await signInAs(page, 'officer');
  await page.goto(address);
  await expect(page.getByText(/^Version 2\. Undertecknad/)).toBeVisible();
  await expect(page.getByText(WORDS)).toHaveCount(0);

  await signInAs(page, 'executive');
  await page.goto(address);
  await page.getByRole('button', { name: 'Skriv under' }).click();
  await dialog.getByLabel('Lösenord').fill('bara-for-demo');
  await dialog.getByRole('button', { name: 'Skriv under' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Målbilden är undertecknad' })).toBeVisible();

  await signInAs(page, 'officer');
  await page.goto('/targets');
  await expect(page.getByText(/^Version 3\. Undertecknad/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Arbetssätt & processer' })).toContainText(WORDS);
});
