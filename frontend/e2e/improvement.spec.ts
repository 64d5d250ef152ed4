// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const REASON = 'Två av tre ärenden kompletteras i dag, och väntan är den största posten.';
const ENOUGH = 'En del ärenden måste kompletteras efter platsbesök.';

/** Chooses somebody by name in the field of that label. */
async function chooseOwner(page: Page, name: string) {
  const field = page.getByRole('dialog').getByRole('combobox', { name: 'Vem ansvarar?' });
  await field.fill(name);
  await page.getByRole('option', { name }).first().click();
}

let criterion = '';

test('a developer proposes a target, and is told all that is missing at once', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto('/targets');
  await expect(page.getByRole('heading', { level: 1, name: 'Målbild' })).toBeVisible();
  await expect(page.getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/targets-1440.png', fullPage: true });

  const free = page
    .getByRole('region', { name: 'Kriterier utan mål' })
    .getByRole('row')
    .filter({ hasText: 'från nivå 2 till nivå 3' })
    .first();
  criterion = (await free.locator('.pcode').textContent()) ?? '';
  await free.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Föreslå', exact: true }).click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await expect(dialog.getByRole('alert').getByRole('link')).toHaveText([
    'Skriv varför, med minst 20 tecken.',
    'Skriv varför nivån räcker.',
    'Välj vem som ansvarar.',
    'Skriv en dag efter i dag.',
  ]);
  await expectAccessible(page);

  await dialog.getByLabel('Varför?', { exact: true }).fill(REASON);
  await dialog.getByLabel('Varför räcker den nivån?').fill(ENOUGH);
  await dialog.getByRole('radio', { name: '3 – betyder mest' }).check();
  await chooseOwner(page, 'Vera');
  await dialog.getByLabel('När ska det vara nått?').fill('+300');
  await dialog.getByRole('button', { name: 'Föreslå', exact: true }).click();

  await expect(page.getByRole('status').filter({ hasText: 'Förslaget är sparat' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Väntar på beslut' })).toContainText(REASON);
});

test('an executive accepts it, and it counts', async ({ page }) => {
  await signInAs(page, 'executive');
  await page.goto('/targets');
  await page
    .getByRole('region', { name: 'Väntar på beslut' })
    .getByRole('row')
    .filter({ hasText: criterion })
    .getByRole('button', { name: new RegExp(`^Godkänn\\s*: ${criterion}`) })
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'Målet gäller nu' })).toBeVisible();

  await expect(page.getByRole('article').filter({ hasText: REASON }).first()).toBeVisible();
});

test('the recommendations explain their order, and one is put on the roadmap, started with a frozen baseline, and ticked off', async ({
  page,
}) => {
  await signInAs(page, 'developer');
  await page.goto('/improvement');
  const first = page.getByRole('region', { name: 'Vad ni bör göra först' }).getByRole('article').first();
  await expect(first).toContainText('Därför:');
  await first.getByRole('button', { name: /^Ordning/ }).click();
  await expect(first.getByRole('table')).toContainText('Så räknas ordningen');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/improvement-1440.png', fullPage: true });

  const plan = page.getByRole('button', { name: /^Lägg på vägkartan/ }).first();
  const title = ((await plan.textContent()) ?? '').replace(/^Lägg på vägkartan: /, '');
  await plan.click();
  await chooseOwner(page, 'Vera');
  await page.getByRole('dialog').getByLabel('Sista dag').fill('+180');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Lägg på vägkartan' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Den ligger på vägkartan nu' })).toBeVisible();

  await page.getByRole('region', { name: 'Vägkarta' }).getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('button', { name: 'Starta' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Starta' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Utgångsläget är fryst' })).toBeVisible();
  const tasks = page.getByRole('region', { name: 'Att göra' }).getByRole('checkbox');
  let saved = 0;
  page.on('response', (answer) => {
    if (answer.request().method() === 'PUT' && answer.ok()) saved += 1;
  });
  await tasks.nth(0).check();
  await tasks.nth(1).check();
  await expect.poll(() => saved).toBe(2);
  await page.reload();
  await expect(tasks.nth(0)).toBeChecked();
  await expect(tasks.nth(1)).toBeChecked();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/roadmap-item-1440.png', fullPage: true });
});

test('a report is begun, signed with the password, and frozen', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto('/reports');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ny rapport' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nulägesbild').selectOption({ index: 1 });
  await dialog.getByLabel('Rubrik').fill('Från digitala ärenden till nytta');
  await dialog.getByLabel('Det viktigaste i några meningar').fill('Vi tar in nästan allt digitalt men använder inte fördelarna.');
  await dialog.getByRole('button', { name: 'Skapa utkast' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Från digitala ärenden till nytta' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Var vi står' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/report-1440.png', fullPage: true });
  const address = page.url();

  await signInAs(page, 'executive');
  await page.goto(address);
  await page.getByRole('button', { name: 'Skriv under' }).click();
  await page.getByRole('dialog').getByLabel('Lösenord').fill('inte rätt');
  await page.getByRole('dialog').getByRole('button', { name: 'Skriv under' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await page.getByRole('dialog').getByLabel('Lösenord').fill('bara-for-demo');
  await page.getByRole('dialog').getByRole('button', { name: 'Skriv under' }).click();

  await expect(page.getByRole('status').filter({ hasText: 'undertecknad och fryst' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ändra texterna' })).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/report-390.png', fullPage: true });
  // A4 within its margins of 12 and 15 mm, in CSS pixels.
  await page.setViewportSize({ width: 680, height: 1032 });
  await page.emulateMedia({ media: 'print' });
  const brief = await page.getByRole('article').boundingBox();
  expect(brief?.height).toBeLessThanOrEqual(1032);
});

test('the start page says what to do next, by role', async ({ page }) => {
  for (const person of ['officer', 'executive', 'developer'] as const) {
    await signInAs(page, person);
    await page.goto('/');
    // Whoever has nothing left to do is told so.
    const doNow = page.getByRole('region', { name: 'Gör nu' });
    await expect(doNow.getByRole('link').or(doNow.getByText('Allt är gjort')).first()).toBeVisible();
    if (person === 'officer') await expect(doNow.getByRole('link', { name: /ärendet/ }).first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: `test-results/home-${person}.png`, fullPage: true });
  }
});
