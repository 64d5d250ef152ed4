// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '@playwright/test';
import { caseUnderWay, expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const SUBJECT = `Kulvert i Provbäcken ${Date.now()}`;
let address = '';

/** Presses an act on the case page and gives its dialog. */
async function act(page: Page, name: string) {
  await page.getByRole('region', { name: 'Gör härnäst' }).getByRole('button', { name, exact: true }).click();
  return page.getByRole('dialog');
}

async function openCase(page: Page, person: Parameters<typeof signInAs>[1]) {
  await signInAs(page, person);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SUBJECT);
}

test('an injunction says what follows, and a holiday is warned of with the next workday', async ({ page, baseURL }) => {
  address = await caseUnderWay(page, baseURL ?? '', { subject: SUBJECT, publicSubject: 'Kulvert', party: 'Provbäckens samfällighet' });
  await page.goto(address);
  const dialog = await act(page, 'Begär komplettering');
  await dialog.getByLabel('Föreläggande (20 § andra stycket)').check();
  await dialog.getByLabel('Vad behöver kompletteras?').fill('Ritning i skala 1:200');
  await dialog.getByLabel('Vad händer annars?').fill('Svara gärna.');
  await dialog.getByLabel('Sista dag', { exact: true }).fill('25/12');
  await dialog.getByRole('button', { name: 'Begär komplettering' }).click();
  const faults = dialog.getByRole('alert');
  await expect(faults).toContainText('Ett föreläggande ska säga att framställningen kan avvisas');
  await expect(faults).toContainText('är ingen arbetsdag. Nästa är');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/law-injunction-1440.png' });

  await dialog.getByLabel('Vad händer annars?').fill('Om du inte svarar i tid kan vi avvisa din anmälan.');
  await dialog.getByLabel('Sista dagen får vara en helgdag').check();
  await dialog.getByRole('button', { name: 'Begär komplettering' }).click();
  const waits = page.getByRole('region', { name: 'Vad ärendet väntar på' });
  await expect(waits).toContainText('Föreläggande om komplettering');
  await expect(waits).toContainText('Provbäckens samfällighet');
  await expect(page.getByRole('heading', { name: 'Egna mål' })).toContainText('Står stilla medan ärendet väntar.');

  await waits.getByRole('button', { name: 'Registrera svar från Provbäckens samfällighet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Registrera svar' }).click();
  await expect(waits).toContainText('En tidigare begäran');
});

test('a referral to three ends when all are settled; what came after the hearing is named', async ({ page }) => {
  await openCase(page, 'officer');
  let dialog = await act(page, 'Remittera');
  await dialog.getByLabel('Remissinstanser').fill('Exempelstads kommun\nFiskemyndigheten Exempel\nExempelmuseet');
  await dialog.getByLabel('Fråga').fill('Påverkas fisket?');
  await dialog.getByLabel('Sista dag', { exact: true }).fill('+21');
  await dialog.getByLabel('Sista dagen får vara en helgdag').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Remittera' }).click();
  const waits = page.getByRole('region', { name: 'Vad ärendet väntar på' });
  await expect(waits).toContainText('Exempelmuseet');
  await waits.getByRole('button', { name: 'Påminn' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Påminn' }).click();
  await expect(waits).toContainText('påmind');
  for (const name of ['Exempelstads kommun', 'Fiskemyndigheten Exempel']) {
    await waits.getByRole('button', { name: `Registrera svar från ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Registrera svar' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await waits.getByRole('button', { name: 'Registrera svar från Exempelmuseet' }).click();
  dialog = page.getByRole('dialog');
  await dialog.getByLabel('Svaret behövs inte').check();
  await dialog.getByLabel('Varför behövs svaret inte?').fill('Saken rör inte kulturmiljön.');
  await dialog.getByRole('button', { name: 'Registrera svar' }).click();
  await expect(waits).toContainText('2 tidigare begäranden');

  dialog = await act(page, 'Kommunicera');
  await dialog.getByLabel('Sista dag', { exact: true }).fill('+14');
  await dialog.getByLabel('Sista dagen får vara en helgdag').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Kommunicera' }).click();
  const missing = page.getByRole('region', { name: 'Vad saknas för beslut' });
  await expect(missing).toContainText('Provbäckens samfällighet har till och med');
  await waits.getByRole('button', { name: 'Registrera svar från Provbäckens samfällighet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Registrera svar' }).click();
  await expect(missing).not.toContainText('har till och med');
  dialog = await act(page, 'Anteckna');
  await dialog.getByLabel('Anteckning', { exact: true }).fill('Grannen ringde och berättade om en fiskväg.');
  await dialog.getByLabel('Anteckningen tillför uppgifter').check();
  await dialog.getByRole('button', { name: 'Anteckna' }).click();
  await expect(missing).toContainText('Tjänsteanteckning, har inte visats för Provbäckens samfällighet');
  await page.screenshot({ path: 'test-results/law-case-1440.png', fullPage: true });
});

test('tasks hinder closing, and a deadline is moved for a reason', async ({ page }) => {
  await openCase(page, 'officer');
  let dialog = await act(page, 'Lägg till uppgift');
  await dialog.getByLabel('Vad ska göras?').fill('Ring grannen om fiskvägen');
  await dialog.getByRole('button', { name: 'Lägg till uppgift' }).click();
  await expect(page.getByRole('list', { name: 'Går inte just nu' })).toContainText('En uppgift är inte klar.');
  await page.getByRole('button', { name: 'Klar: Ring grannen om fiskvägen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Uppgiften är klar' }).click();
  await expect(page.getByRole('region', { name: 'Uppgifter', exact: true })).toContainText('En klar uppgift');

  await page.getByRole('button', { name: 'Flytta Slutligt beslut' }).click();
  dialog = page.getByRole('dialog');
  await dialog.getByLabel('Ny sista dag').fill('+200');
  await dialog.getByLabel('Varför flyttas den?').fill('Överenskommet med sökanden.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Flytta frist' }).click();
  await expect(page.getByRole('region', { name: 'Tider' })).toContainText('Överenskommet med sökanden.');
});

test('a declared conflict closes the case, and upheld it is gone for the person', async ({ page }) => {
  await openCase(page, 'officer');
  const dialog = await act(page, 'Anmäl jäv');
  await dialog.getByLabel('Beskriv kort').fill('Sökanden är min kusin.');
  await dialog.getByRole('button', { name: 'Anmäl jäv' }).click();
  await expect(page.getByText('Det är stängt för dig tills en chef har prövat frågan')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Handlingar' })).toHaveCount(0);
  await expectAccessible(page);

  await openCase(page, 'manager');
  const conflicts = page.getByRole('region', { name: 'Jäv', exact: true });
  await expect(conflicts).toContainText('Åsa Figurgren har anmält jäv');
  await conflicts.getByRole('button', { name: 'Pröva jäv' }).click();
  const ruling = page.getByRole('dialog');
  await ruling.getByLabel('Skäl', { exact: true }).fill('Släkting till part.');
  await expectAccessible(page);
  await ruling.getByRole('button', { name: 'Pröva jäv' }).click();
  await expect(page.locator('.casefacts')).toContainText('Ej fördelat');

  await signInAs(page, 'officer');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ärendet finns inte, eller så är det inte öppet för dig');
  await page.goto(`/cases?query=${encodeURIComponent(SUBJECT)}`);
  await expect(page.getByRole('row').filter({ hasText: SUBJECT })).toHaveCount(0);
});

test('the demo shows the clockwork at work, in both languages and on a phone', async ({ page }) => {
  await signInAs(page, 'officer');
  const mine = await (await page.request.get('/api/v1/my-cases?limit=100')).json();
  const referred = mine.items.find((each: { waits: string[] }) => each.waits.includes('referral'));
  const seen: Record<string, string> = {};
  for (const each of mine.items as { id: string; waits: string[] }[]) {
    if (each.waits.length === 0) continue;
    const file = await (await page.request.get(`/api/v1/cases/${each.id}`)).json();
    for (const enquiry of file.law.enquiries) {
      if (!enquiry.open) continue;
      if (enquiry.kind === 'referral' && enquiry.recipients.length === 5) seen.referral = each.id;
      if (enquiry.kind === 'injunction') seen.injunction = each.id;
      if (enquiry.kind === 'communication' && enquiry.recipients.length === 2) seen.communication = each.id;
    }
  }
  expect(Object.keys(seen).sort()).toEqual(['communication', 'injunction', 'referral']);
  expect(referred).toBeTruthy();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 984 });
    for (const [name, id] of Object.entries(seen)) {
      await page.goto(`/cases/${id}`);
      await expect(page.getByRole('region', { name: 'Vad ärendet väntar på' })).toBeVisible();
      await expectNoSidewaysScroll(page);
      await page.screenshot({ path: `test-results/law-${name}-${width}.png`, fullPage: true });
    }
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1440, height: 984 });
  await page.goto(`/cases/${seen.referral}`);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('region', { name: 'What the case waits for' })).toContainText('Awaited');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/law-en-1440.png', fullPage: true });
});
