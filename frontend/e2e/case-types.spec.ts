// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const WATER = 'Anmälan om vattenverksamhet';
let draft = '';

const openType = async (page: Page, name: string) => {
  await page.goto('/case-types');
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

test('all ten types are published, and a type shows its whole configuration', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto('/case-types');
  await expect(page.getByRole('row').filter({ hasText: 'Version ' })).toHaveCount(10);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-types-1440.png' });
  await openType(page, WATER);
  await expect(page.getByRole('row').filter({ hasText: '1998:1388 22 c §' })).toContainText('8 veckor');
  await expect(page.getByRole('region', { name: 'Lagstöd' })).toContainText('11 kap. 3 §');
  await expect(page.getByRole('region', { name: 'Bevarande och gallring' })).toContainText('Bevaras');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-type-1440.png', fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/case-type-390.png' });
  await page.goto('/case-types');
  await expect(page.getByRole('row').first()).toBeAttached();
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/case-types-390.png' });
});

test('a draft is written part by part, with preview, worked example and every fault in its place', async ({ page }) => {
  await signInAs(page, 'developer');
  await openType(page, WATER);
  await page.getByRole('button', { name: 'Nytt utkast' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Nytt utkast' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Utkast: ${WATER}` })).toBeVisible();
  draft = new URL(page.url()).pathname;
  const parts = page.getByRole('navigation', { name: 'Delar av ärendetypen' });
  await page.getByLabel('Gäller från').fill('idag');

  await parts.getByRole('link', { name: 'Formulär' }).click();
  await page.getByLabel('Nyckel för den nya frågan').fill('depth');
  await page.getByRole('button', { name: 'Lägg till fråga' }).click();
  const question = page.locator('details').filter({ has: page.locator('summary', { hasText: /^depth$/ }) });
  await question.locator('summary').click();
  await question.getByLabel('Fråga på svenska').fill('Största djup (meter)');
  const written = page.locator('details').filter({ has: page.locator('summary', { hasText: 'Största djup' }) });
  await written.getByLabel('Fråga på engelska').fill('Greatest depth (metres)');
  await written.getByLabel('Slag av svar').selectOption({ label: 'Heltal' });
  await expect(page.getByRole('complementary', { name: 'Förhandsvisning' }).getByLabel('Största djup (meter)')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-type-form-1440.png' });

  await parts.getByRole('link', { name: 'Frister' }).click();
  await page.getByLabel('Räkna exemplen från').fill('2026-05-29');
  const deadline = page.locator('details').filter({ has: page.locator('summary', { hasText: /^Slutligt beslut$/ }) });
  await deadline.locator('summary').click();
  await deadline.getByLabel('Tid', { exact: true }).fill('8');
  await expect(deadline).toContainText('fredag 24 juli 2026');
  const name = deadline.getByLabel('Namn på engelska');
  await name.fill('');
  await page.screenshot({ path: 'test-results/case-type-deadlines-1440.png' });

  await parts.getByRole('link', { name: 'Lagstöd' }).click();
  await page.getByRole('button', { name: 'Spara utkastet' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'Frister, Slutligt beslut' });
  await expect(summary).toBeVisible();
  await summary.getByRole('link').first().click();
  await expect(name).toBeFocused();
  await expect(deadline.getByLabel('Tid', { exact: true })).toHaveValue('8');
  await name.fill('Final decision');

  await parts.getByRole('link', { name: 'Lagstöd' }).click();
  const law = page.locator('details').filter({ has: page.locator('summary', { hasText: '11 kap. 3 §' }) });
  await law.locator('summary').click();
  await law.getByLabel('Bestämmelse', { exact: true }).fill('11 kap. tredje');
  await page.getByRole('button', { name: 'Spara utkastet' }).click();
  await expect(page.getByRole('region', { name: 'En sak är kvar att rätta innan versionen kan publiceras' })).toContainText(
    'Ange paragraf',
  );
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-type-faults-1440.png' });
  await page.getByLabel('Bestämmelse', { exact: true }).first().fill('11 kap. 3 §');
  await page.getByRole('button', { name: 'Spara utkastet' }).click();
  await expect(page.getByText('Inget hindrar publicering.').first()).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  for (const part of ['Formulär', 'Beslut', 'Brev', 'Hela som JSON']) {
    await parts.getByRole('link', { name: part, exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
  await page.screenshot({ path: 'test-results/case-type-edit-390.png' });
});

test('what is wrong in the JSON stays as it was typed', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto(`${draft}?part=json`);
  const whole = page.getByRole('textbox', { name: 'Hela som JSON' });
  await whole.fill('{ "key": ');
  await page.getByRole('button', { name: 'Använd' }).click();
  await expect(page.getByRole('alert')).toContainText('Det går inte att läsa');
  await expect(whole).toHaveValue('{ "key": ');
  await expectAccessible(page);
});

test('somebody else sees what differs and publishes; the version takes over', async ({ page }) => {
  await signInAs(page, 'executive');
  await page.goto(draft.replace(/\/versions\/(\d+)\/edit/, '?version=$1'));
  await expect(page.getByRole('table', { name: 'Ändringar' })).toContainText('Slutligt beslut');
  await page.getByRole('button', { name: 'Publicera' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row').filter({ hasText: 'Slutligt beslut' })).toContainText('10');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-type-publish-1440.png' });
  await dialog.getByRole('button', { name: 'Publicera' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.casefacts').getByText('Gäller', { exact: true })).toBeVisible();
});

test('a running case keeps its version until the manager changes it, seeing first what happens', async ({ page }) => {
  await signInAs(page, 'manager');
  const found = await page.request.get('/api/v1/cases?caseType=vattenverksamhet-anmalan&state=in_progress&limit=50');
  let wanted = '';
  for (const { id } of (await found.json()).items as { id: string }[]) {
    const file = await (await page.request.get(`/api/v1/cases/${id}`)).json();
    const aims = file.deadlines as { name: { sv: string }; state: string; overrideReason?: string }[];
    if (
      !wanted &&
      file.acts.length > 0 &&
      aims.some((each) => each.name.sv === 'Slutligt beslut' && each.state === 'open' && !each.overrideReason)
    )
      wanted = id;
  }
  await page.goto(`/cases/${wanted}`);
  await page.getByRole('button', { name: 'Byt version av ärendetypen' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row').filter({ hasText: 'Slutligt beslut' })).toContainText('Ändras');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-type-migrate-1440.png' });
  await dialog.getByRole('button', { name: 'Byt version' }).click();
  await expect(dialog.getByRole('alert')).toContainText('minst tio tecken');
  await dialog.getByLabel('Skäl').fill('Målet gäller även pågående ärenden.');
  await dialog.getByRole('button', { name: 'Byt version' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Följer ny version av ärendetypen').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Byt version av ärendetypen' })).toHaveCount(0);
});

test('a bundle goes out and is tried before it comes in', async ({ page }) => {
  await signInAs(page, 'developer');
  const answer = await page.request.get('/api/v1/case-type-bundle?caseType=skyddsjakt');
  const bundle = await answer.json();
  bundle.caseTypes[0].workWeight = 5;
  const file = (content: unknown) => ({ name: 'paket.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) });
  await page.goto('/case-types/import');
  await page.getByLabel('Paket (JSON)').setInputFiles(file({ hello: 1 }));
  await expect(page.getByRole('alert')).toContainText('inte ett paket');
  await page.getByLabel('Paket (JSON)').setInputFiles(file(bundle));
  await expect(page.getByRole('table')).toContainText('Blir ny version');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-type-import-1440.png' });
  await page.getByRole('button', { name: 'Ta in ett utkast' }).click();
  await expect(page.getByText('Ett utkast är intaget.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Ärendetyper' }).last().click();
  await page.getByRole('link', { name: /Utkast, version/ }).click();
  await page.getByRole('button', { name: 'Släng utkastet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Släng utkastet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ärendetyper' })).toBeVisible();
});

test('the same in English, and in the dark', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('malbild.language', 'en'));
  await signInAs(page, 'administrator');
  await page.goto('/case-types');
  await page.getByRole('link', { name: 'Notification of water operation', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Deadlines' })).toContainText('Final decision');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-type-en-1440.png' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
});
