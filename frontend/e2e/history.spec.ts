// SPDX-License-Identifier: EUPL-1.2
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

// On the demo's authority: it was assessed once before, with fewer answers.
test.use({ demo: true });
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const NAME = 'Provprocessen';
let address = '';

test('levels of earlier assessments stand beside those of now, in both languages and on a phone', async ({ page }) => {
  await signInAs(page, 'executive');
  const { items } = (await (await page.request.get('/api/v1/assessments?state=decided')).json()) as {
    items: { id: string; periodTo: string; wholeAuthority: boolean }[];
  };
  const earlier = items.filter(({ wholeAuthority }) => wholeAuthority).at(-1);
  const all = (await (await page.request.get('/api/v1/assessments')).json()) as { items: typeof items };
  // The newest of the whole authority that is later than that one.
  const now = all.items.find(
    ({ id, wholeAuthority, periodTo }) => wholeAuthority && id !== earlier?.id && periodTo > String(earlier?.periodTo),
  );
  for (const language of ['sv', 'en']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/maturity/${now?.id}/scorecard?criterion=AP4`);
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    const over = page.getByRole('region', { name: language === 'sv' ? 'Över tid' : 'Over time' });
    await expect(over).toContainText(
      language === 'sv' ? /Beslutad nivå: \d i \p{L}+ \d{4} → \d i \p{L}+ \d{4}\./u : /Decided level: \d in \w+ \d{4} → \d in \w+ \d{4}\./,
    );
    await expect(over.getByRole('img')).toBeVisible();
    // Eight leaders answered then and nine now: one between them, so that what they said then stays hidden.
    await expect(over.getByRole('row').nth(2)).toContainText(
      language === 'sv' ? 'för få svar för att visas' : 'too few answers to be shown',
    );
    await expect(
      over
        .getByRole('row')
        .nth(2)
        .getByText(/Handläggare \d|Case officers \d/),
    ).toBeVisible();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.locator('#AP4').screenshot({ path: `test-results/history-${width}-${language}.png` });
    }
  }
});

test('an assessment of a process has a group of its own, and one that is placed jointly', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto('/maturity/new');
  await page.getByRole('radio', { name: /En process/ }).check();
  await page.getByLabel('Ärendetyp', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Namn', { exact: true }).first().fill(NAME);
  await page.getByLabel('Första dag').fill('2025-10-01');
  await page.getByLabel('Sista dag').fill('2026-09-30');
  await page.getByLabel('Antal inbjudna, handläggare').fill('20');
  await page.getByRole('button', { name: 'Lägg till en egen grupp' }).click();
  const own = page.getByRole('group', { name: 'Egen grupp' });
  await own.getByLabel('Inbjudna').fill('3');
  await page.getByRole('button', { name: 'Planera nulägesbilden' }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2);
  await expectAccessible(page);
  await own.getByLabel('Namn', { exact: true }).fill('Arkivet');
  await page.getByLabel('Namn på engelska').fill('The archive');
  await page.getByRole('checkbox', { name: /Gemensam placering/ }).check();
  await page.screenshot({ path: 'test-results/groups-form-1440.png', fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/groups-form-390.png', fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Planera nulägesbilden' }).click();

  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(page.getByText(/Processen \S/).first()).toBeVisible();
  address = page.url();
  await page.getByRole('button', { name: 'Öppna enkäten' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Öppna enkäten' }).click();
  await expect(page.getByRole('heading', { name: 'Länkar till enkäten' })).toBeFocused();
  await expect(page.getByRole('img', { name: /QR-kod till enkäten för/ })).toHaveCount(1);
  await expect(page.getByRole('row').filter({ hasText: 'Arkivet' })).toContainText('gemensam placering');
  await page.screenshot({ path: 'test-results/groups-open-1440.png', fullPage: true });
});

test('what a small group says in the room is written down, and a later placement supersedes it', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto(`${address}/scorecard?criterion=AP4`);
  const detail = page.locator('#criterion-AP4');
  await expect(detail).toContainText('gemensam placering, inte placerad än');
  await detail.getByRole('button', { name: /Skriv in placering.*Arkivet/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Skriv in' }).click();
  await expect(dialog.getByRole('alert').getByRole('link')).toHaveCount(1);
  await expectAccessible(page);
  await dialog.getByRole('radio').nth(2).check();
  await page.screenshot({ path: 'test-results/joint-dialog-1440.png' });
  await dialog.getByRole('button', { name: 'Skriv in' }).click();
  await expect(page.getByRole('img', { name: /arkivet 3, gemensam placering/ })).toBeVisible();
  await detail.getByRole('button', { name: /Skriv in ny placering.*Arkivet/ }).click();
  await dialog.getByRole('radio').nth(3).check();
  await dialog.getByRole('button', { name: 'Skriv in' }).click();
  await expect(page.getByRole('img', { name: /arkivet 4, gemensam placering/ })).toBeVisible();
  await expect(detail.getByText('Tidigare placeringar (1)')).toBeVisible();
  for (const language of ['sv', 'en']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.locator('#AP4').screenshot({ path: `test-results/joint-${width}-${language}.png` });
    }
  }
});
