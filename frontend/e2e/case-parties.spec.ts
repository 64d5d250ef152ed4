// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '@playwright/test';
import { caseUnderWay, expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const SUBJECT = `Brygga vid Provsjön ${Date.now()}`;
const NAME = 'Exempla Provsson';
let address = '';

async function openCase(page: Page, person: Parameters<typeof signInAs>[1]) {
  await signInAs(page, person);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SUBJECT);
}

const parties = (page: Page) => page.getByRole('region', { name: 'Parter', exact: true });

test('a party with protected personal data is nameless until the officer asks to see it', async ({ page, baseURL }) => {
  address = await caseUnderWay(page, baseURL ?? '', { subject: SUBJECT, publicSubject: 'Brygga', party: 'Provsjöns samfällighet' });
  await page.goto(address);
  await parties(page).getByRole('button', { name: 'Lägg till part' }).click();
  let dialog = page.getByRole('dialog');
  await dialog.getByLabel('Namn', { exact: true }).fill(NAME);
  await dialog.getByLabel('Roll').selectOption('neighbour');
  await dialog.getByLabel('Identitet').selectOption('personal_number');
  await dialog.getByLabel('Nummer').fill('1212121212');
  await dialog.getByLabel('Postadress').fill('Provgatan 17\n123 45 Exempelstad');
  await dialog.getByLabel('Skyddade personuppgifter').selectOption('marked');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/party-dialog-1440.png' });
  await dialog.getByRole('button', { name: 'Lägg till part' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Tio siffror utan skiljetecken kan vara två personer');
  await dialog.getByLabel('Nummer').fill('121212+1212');
  await dialog.getByRole('button', { name: 'Lägg till part' }).click();

  await expect(parties(page)).toContainText('Skyddad identitet');
  await expect(parties(page)).toContainText('Sekretessmarkering');
  await expect(page.getByRole('region', { name: 'En part har skyddade personuppgifter' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(NAME);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/party-protected-1440.png', fullPage: true });

  await parties(page)
    .getByRole('button', { name: /^Visa skyddade uppgifter/ })
    .click();
  dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(NAME);
  await expect(dialog).toContainText('121212+1212');
  await expect(dialog).toContainText('Att du läser detta loggas.');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/party-identity-1440.png' });
  await page.keyboard.press('Escape');
  await expect(page.locator('body')).not.toContainText(NAME);
});

test('somebody else reads the case but not who the party is', async ({ page }) => {
  await openCase(page, 'manager');
  await expect(parties(page)).toContainText('Skyddad identitet');
  await expect(parties(page).getByRole('button', { name: /Visa skyddade uppgifter/ })).toHaveCount(0);
  await expect(page.locator('body')).not.toContainText(NAME);
});

test('the case is seen as a party, the public and another authority see it, with what is left out', async ({ page }) => {
  await openCase(page, 'officer');
  const as = page.getByRole('group', { name: 'Förhandsgranska som' });
  await as.getByRole('button', { name: 'Part', exact: true }).click();
  const out = page.getByRole('complementary', { name: 'Utelämnat' });
  await expect(page.getByRole('heading', { name: 'Så ser Provsjöns samfällighet ärendet' })).toBeVisible();
  await expect(out).toContainText('Namn och kontaktuppgifter: Skyddad identitet');
  await expect(out).toContainText('Utelämnat, därför att: Skyddade personuppgifter (OSL 21:3)');
  await expect(page.getByRole('region', { name: 'En part har skyddade personuppgifter' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/projection-party-1440.png', fullPage: true });

  await as.getByRole('button', { name: 'Allmänheten' }).click();
  await expect(page.getByRole('heading', { name: 'Så ser allmänheten ärendet' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Handlingar' })).toHaveCount(1);
  await expect(out.getByRole('region', { name: 'Handlingar' })).toContainText('Resten prövas när någon begär ut det');
  await page.screenshot({ path: 'test-results/projection-public-1440.png', fullPage: true });

  await as.getByRole('button', { name: 'Annan myndighet' }).click();
  await expect(page.getByText('Välj grund för att visa.')).toBeVisible();
  await page.getByLabel('På vilken grund').selectOption('osl_10_27');
  await expect(page.getByRole('heading', { name: 'Så ser en annan myndighet ärendet' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/projection-authority-390.png', fullPage: true });
  await as.getByRole('button', { name: 'Handläggare' }).click();
  await expectNoSidewaysScroll(page);
  await expect(page.getByText('Prövat inför utlämnande till annan myndighet')).toBeVisible();
});

test('a case is found by the number of a party, which stands in no address', async ({ page }) => {
  await signInAs(page, 'officer');
  await page.goto('/cases');
  await page.getByRole('button', { name: 'Sök på part' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nummer').fill('19121212-1212');
  await dialog.getByRole('button', { name: 'Sök', exact: true }).click();
  await expect(dialog.getByRole('link', { name: new RegExp(SUBJECT) })).toBeVisible();
  expect(page.url()).not.toContain('1212');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/party-search-1440.png' });
});

test('a referral sends each body the records it may have', async ({ page }) => {
  await openCase(page, 'officer');
  await page.getByRole('region', { name: 'Gör härnäst' }).getByRole('button', { name: 'Remittera', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Remissinstanser').fill('Exempelstads kommun\nFiskemyndigheten Exempel');
  await dialog.getByLabel('Fråga').fill('Påverkas fisket?');
  await dialog.getByRole('group', { name: 'Vilka handlingar skickas med?' }).getByLabel('1. Anmälan').check();
  await dialog.getByLabel('Olika handlingar till var och en').check();
  const fish = dialog.getByRole('group', { name: 'Handlingar till Fiskemyndigheten Exempel' });
  await fish.getByLabel('2. Karta').check();
  await fish.getByLabel('1. Anmälan').uncheck();
  await dialog.getByLabel('Sista dag', { exact: true }).fill('+21');
  await dialog.getByLabel('Sista dagen får vara en helgdag').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Remittera' }).click();
  const waits = page.getByRole('region', { name: 'Vad ärendet väntar på' });
  await expect(waits.getByRole('listitem').filter({ hasText: 'Fiskemyndigheten' })).toContainText('fick handling 2');
});
