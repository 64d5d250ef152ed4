// SPDX-License-Identifier: EUPL-1.2
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const OWN = '/maturity/models/exempelmodell/1.0.0';

test('a model of one’s own is begun as a copy, gets a criterion, and every fault is told at its field', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.setViewportSize(WIDE);
  await page.goto('/maturity');
  await page.getByRole('link', { name: 'Modeller' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'digital-arendehantering' })).toContainText('Publicerad');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/models-1440.png' });
  await page.getByRole('link', { name: 'Digital ärendehantering' }).click();
  await page.getByRole('button', { name: 'Börja ett utkast' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Modellens id').fill('Exempel modell');
  await dialog.getByRole('button', { name: 'Börja ett utkast' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Skriv ett id med små bokstäver');
  await dialog.getByLabel('Modellens id').fill('exempelmodell');
  await dialog.getByRole('button', { name: 'Börja ett utkast' }).click();
  await expect(page).toHaveURL(/exempelmodell\/1\.0\.0\/edit$/);

  await page.getByLabel('Namn på svenska').first().fill('Exempelmodellen');
  await page.getByRole('button', { name: 'Lägg till ett kriterium' }).click();
  const added = page.locator('details').filter({ has: page.locator('summary', { hasText: 'Ny, ännu utan namn' }) });
  await added.locator('summary').click();
  await added.getByLabel('Kod').fill('eg 1');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByRole('alert')).toContainText('Kriterium eg 1: En kod är');
  await page.getByRole('alert').getByRole('link').first().click();
  await expect(page.locator('details[open] :focus')).toBeVisible();
  await page.screenshot({ path: 'test-results/model-edit-faults-1440.png' });

  await page
    .locator('details')
    .filter({ has: page.locator('summary', { hasText: 'eg 1' }) })
    .getByLabel('Kod')
    .fill('EG1');
  const own = page.locator('details').filter({ has: page.locator('summary', { hasText: 'EG1' }) });
  await own.getByLabel('Namn på svenska').fill('Fältbesök');
  await own.getByLabel('Namn på engelska').fill('Site visits');
  for (let level = 1; level <= 5; level++) {
    await own.getByLabel(new RegExp(`Nivå ${level}, .* på svenska`)).fill(`Så går fältbesök till på nivå ${level}.`);
    await own.getByLabel(new RegExp(`Nivå ${level}, .* på engelska`)).fill(`How site visits are made at level ${level}.`);
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByText('Utkastet är sparat')).toBeVisible();
  await page.getByRole('link', { name: 'Visa utkastet' }).click();
  await expect(page.getByText('28 av 29 kriterier kan jämföras')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'EG1' })).toContainText('Tillagt');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/model-1440.png', fullPage: true });
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/model-390.png' });
  await page.goto(`${OWN}/edit`);
  await expect(page.getByRole('heading', { name: 'Kriterier' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/model-edit-390.png' });
});

test('somebody else publishes it, and an assessment can follow it', async ({ page }) => {
  await signInAs(page, 'executive');
  await page.setViewportSize(WIDE);
  await page.goto(OWN);
  await page.getByRole('button', { name: 'Publicera' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publicera' }).click();
  await expect(page.getByText('Version 1.0.0 är publicerad')).toBeVisible();
  await signInAs(page, 'developer');
  await page.goto('/maturity/new');
  await page.getByLabel('Modell').selectOption({ label: 'Exempelmodellen 1.0.0' });
  await page.screenshot({ path: 'test-results/model-chosen-1440.png' });
});

test('a file is tried first, and its faults are told by line', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.setViewportSize(WIDE);
  await page.goto('/maturity/models/import');
  const file = (text: string) => ({ name: 'modell.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) });
  const model = [
    'schema: malbild/maturity-model',
    'schemaVersion: 1',
    'id: kort-modell',
    'version: 1.0.0',
    'defaultLocale: sv',
    'locales: [sv]',
    'title: Kort modell',
    'licence: EUPL-1.2',
    'scale:',
    ...[1, 2, 3].map((level) => `  - { level: ${level}, name: "Steg ${level}" }`),
    'perspectives:',
    '  - { code: A, name: "Allt" }',
    'criteria:',
    '  - code: A1',
    '    perspective: A',
    '    name: "Det enda"',
    '    levels:',
    ...[1, 2, 3].map((level) => `      - { level: ${level}, text: "Mening ${level}" }`),
  ];
  await page.getByLabel('Välj fil').setInputFiles(file(model.map((line) => line.replace('perspective: A', 'perspective: B')).join('\n')));
  await expect(page.getByText('Filen kan inte tas in')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'M020' })).toContainText('rad 17');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/model-import-1440.png' });
  await page.getByLabel('Välj fil').setInputFiles(file(model.join('\n')));
  await page.getByRole('button', { name: 'Ta in som utkast' }).click();
  await expect(page.getByText('Modellen är intagen som utkast.')).toBeVisible();
  await page.getByRole('link', { name: 'Gå till utkastet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kort modell 1.0.0' })).toBeVisible();
  await page.getByRole('button', { name: 'Kasta utkastet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kasta utkastet' }).click();
  await expect(page).toHaveURL(/\/maturity\/models$/);
  await expect(page.getByText('kort-modell')).toHaveCount(0);
});
