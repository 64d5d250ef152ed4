// SPDX-License-Identifier: EUPL-1.2
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });

const LONG_AGO = 'Granska hela ärendet innan något begärs in';

test('each item that has been started says whether it had an effect, and the chart says how that is known', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto('/improvement');
  const did = page.getByRole('region', { name: 'Gav det effekt?' });
  const row = did.getByRole('listitem').filter({ hasText: LONG_AGO });
  await expect(row).toContainText('Kompletteringar per 100 ärenden:');
  await expect(did.getByText(/För tidigt att säga, tidigast i \p{L}+ 20\d\d/u).first()).toBeVisible();
  await expect(did).not.toContainText('bevis');

  await row.getByRole('link', { name: LONG_AGO }).click();
  const effect = page.getByRole('region', { name: 'Effekt', exact: true });
  const supplements = effect.getByRole('article', { name: /^Kompletteringar per 100 ärenden/ });
  await expect(supplements.getByText(/^Steg [1-3] av 3/)).toBeVisible();
  await expect(supplements.getByRole('img', { name: /till oktober|till \p{L}+ 20\d\d/u }).first()).toBeVisible();
  await supplements.getByText('Varför inte högre?').click();
  await expect(supplements.getByText(/^Jämförelse: /)).toBeVisible();
  await supplements.getByRole('button', { name: 'Tabell' }).click();
  await expect(supplements.getByRole('table').getByRole('row').nth(12)).toContainText('före');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/effect-390.png', fullPage: true });
});

test('a known event is noted, stands on the axis, and is taken away again', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto('/improvement');
  await page.getByRole('region', { name: 'Gav det effekt?' }).getByRole('link', { name: LONG_AGO }).click();
  const effect = page.getByRole('region', { name: 'Effekt', exact: true });
  await effect.locator('summary').filter({ hasText: 'Kända händelser' }).click();
  await effect.getByRole('button', { name: 'Notera en händelse' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Notera en händelse' }).click();
  await expect(dialog.getByRole('alert').getByRole('link')).toHaveText(['Skriv vilken dag.', 'Skriv vad som hände, minst 3 tecken.']);
  await expectAccessible(page);
  await dialog.getByLabel('Vilken dag?').fill('-100');
  await dialog.getByLabel('Vad hände?').fill('Ärendesystemet stod stilla i två dagar.');
  await dialog.getByRole('button', { name: 'Notera en händelse' }).click();

  const chart = effect.getByRole('article', { name: /^Kompletteringar per 100 ärenden/ });
  await expect(chart.getByRole('list', { name: 'Händelser på axeln' })).toContainText('Ärendesystemet stod stilla');
  await page.screenshot({ path: 'test-results/effect-1440.png', fullPage: true });
  await effect.getByRole('button', { name: /^Ta bort\s*: Ärendesystemet stod stilla/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click();
  await expect(chart.getByText('Ärendesystemet stod stilla')).toHaveCount(0);
});

test('a recommendation of one’s own stands among the others, and the roadmap warns, hinders and is taken along', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto('/improvement');
  await page.getByRole('button', { name: 'Formulera en egen rekommendation' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Vad ska göras?').fill('Visa kartan redan i e-tjänsten');
  await dialog.getByLabel('Kriterium').selectOption('AP4');
  await dialog.getByLabel('Från nivå').selectOption('2');
  await dialog.getByLabel('Till nivå').selectOption('4');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Lägg till rekommendationen' }).click();
  const own = page.getByRole('article', { name: 'Visa kartan redan i e-tjänsten' });
  await expect(own).toContainText('Egen');
  await expect(own).toContainText('lyfter AP4');

  const graph = page.locator('details').filter({ hasText: 'Så hänger råden ihop' });
  await graph.locator('summary').click();
  const node = graph.getByRole('button', { name: /^R24 / });
  await node.focus();
  await page.keyboard.press('Enter');
  await expect(node).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page);
  await graph.getByRole('button', { name: 'Tabell' }).click();
  await expect(graph.getByRole('row', { name: /^R24 / })).toContainText('–');

  await own.getByRole('button', { name: /^Dra tillbaka/ }).click();
  await dialog.getByLabel('Varför?').fill('Bara ett prov av formuläret.');
  await dialog.getByRole('button', { name: 'Dra tillbaka' }).click();
  await expect(own).toHaveCount(0);

  await page.getByRole('button', { name: 'Bestäm utrymme' }).click();
  await dialog.getByLabel('Hur stor insats orkar en person per kvartal?').fill('0,5');
  await dialog.getByRole('button', { name: 'Bestäm utrymme' }).click();
  const load = page.getByRole('region', { name: 'Räcker tiden?' });
  await expect(load.getByText(/har \d.* i insats kvartal [1-4] 20\d\d\. Utrymmet är 0,5\./).first()).toBeVisible();
  const calendar = await page.request.get((await page.getByRole('link', { name: 'Kalender (.ics)' }).getAttribute('href')) ?? '');
  expect(await calendar.text()).toContain('BEGIN:VEVENT');

  await page.getByRole('region', { name: 'Gav det effekt?' }).getByRole('link', { name: LONG_AGO }).click();
  await page.getByRole('button', { name: 'Notera ett hinder' }).click();
  await dialog.getByLabel('Vad står i vägen?').fill('Granskarna är sjuka.');
  await dialog.getByRole('button', { name: 'Notera ett hinder' }).click();
  const obstacles = page.getByRole('region', { name: 'Hinder' });
  await expect(obstacles).toContainText('Står i vägen');
  await obstacles.getByRole('button', { name: /^Hindret är ur vägen/ }).click();
  await dialog.getByLabel('Hur löste det sig?').fill('De är friska igen.');
  await dialog.getByRole('button', { name: 'Hindret är ur vägen' }).click();
  await expect(obstacles).toContainText('De är friska igen.');
  await expectAccessible(page);
});
