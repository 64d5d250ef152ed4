// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, people, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const SUBJECT = `Grävning i Lillån vid Kvarnbacken ${Date.now()}`;
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

test('the registrar registers what has come in, and is told all that is wrong at once', async ({ page }) => {
  await signInAs(page, 'registrar');
  await page.goto('/cases/mine');
  await page.getByRole('link', { name: 'Registrera ärende' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Registrera ärende' })).toBeVisible();

  await page.getByRole('button', { name: 'Registrera', exact: true }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert').getByRole('link').first()).toHaveText('Välj ärendetyp.');
  await expect(page).toHaveTitle(/^Fel:/);
  await expectAccessible(page);

  await page.getByLabel('Ärendetyp').selectOption({ label: 'Anmälan om vattenverksamhet' });
  await page.getByLabel('Rubrik', { exact: true }).fill(SUBJECT);
  await page.getByLabel('Rubrik i det offentliga diariet').fill('Grävning i vattendrag');
  await page.getByLabel('Dag då det kom in').fill('igår');
  await page.getByLabel('Karta', { exact: true }).check();
  await page.getByLabel('Anmälan', { exact: true }).check();
  await page.getByLabel('Namn', { exact: true }).fill('Kvarnbackens samfällighet');
  await page.getByLabel('Fastighetsbeteckning').fill('Exempelby 1:23');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-new-1440.png' });
  await page.getByRole('button', { name: 'Registrera', exact: true }).click();

  await expect(page.getByRole('status').filter({ hasText: 'Ärendet är registrerat med nummer' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SUBJECT);
  await expect(page.getByRole('region', { name: 'Vad saknas för beslut' })).toContainText('Ritningar');
  address = new URL(page.url()).pathname;
});

test('the manager assigns it to an officer', async ({ page }) => {
  await openCase(page, 'manager');
  const dialog = await act(page, 'Fördela');
  await expect(dialog.getByRole('radio').first()).toBeChecked();
  await expect(dialog.getByText(/belastning|Inga öppna ärenden/).first()).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-assign-1440.png' });
  await dialog.getByLabel('Någon annan').selectOption({ label: 'Åsa Figurgren' });
  await dialog.getByRole('button', { name: 'Fördela' }).click();

  await expect(page.getByRole('status').filter({ hasText: 'Ärendet är fördelat till Åsa Figurgren' })).toBeVisible();
  await expect(page.locator('.casefacts')).toContainText('Fördelat');
});

test('the officer handles it: start, note, request and answer, record, proposal', async ({ page }) => {
  await openCase(page, 'officer');
  await (await act(page, 'Påbörja handläggning')).getByRole('button', { name: 'Påbörja handläggning' }).click();
  await expect(page.locator('.casefacts')).toContainText('Handläggs');

  let dialog = await act(page, 'Anteckna');
  await dialog.getByLabel('Anteckning', { exact: true }).fill('Sökanden ringde om tiden.');
  await dialog.getByRole('button', { name: 'Anteckna' }).click();
  await expect(page.getByRole('complementary').filter({ hasText: 'Tider' })).toContainText('Sökanden ringde om tiden.');

  dialog = await act(page, 'Begär komplettering');
  await dialog.getByLabel('Vad behöver kompletteras?').fill('Ritning i skala 1:200');
  await dialog.getByLabel('Sista dag', { exact: true }).fill('+14');
  await dialog.getByLabel('Sista dagen får vara en helgdag').check();
  await dialog.getByRole('button', { name: 'Begär komplettering' }).click();
  await expect(page.locator('.casefacts')).toContainText('Väntar på komplettering');
  await expect(page.getByRole('list', { name: 'Går inte just nu' })).toContainText('Avsluta: Ärendet väntar på någon.');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-1440.png' });

  await (await act(page, 'Registrera svar')).getByRole('button', { name: 'Registrera svar' }).click();
  await expect(page.locator('.casefacts')).toContainText('Handläggs');
  dialog = await act(page, 'Lägg till handling');
  await dialog.getByLabel('Vilken av ärendetypens handlingar?').selectOption({ label: 'Ritningar och teknisk beskrivning' });
  await expect(dialog.getByLabel('Handlingens namn')).toHaveValue('Ritningar och teknisk beskrivning');
  await dialog.getByRole('button', { name: 'Lägg till handling' }).click();
  await expect(page.getByRole('complementary').filter({ hasText: 'Tider' })).toContainText('Ritningar och teknisk beskrivning');

  dialog = await act(page, 'Föreslå beslut');
  await dialog.getByLabel('Slag av beslut').selectOption({ label: 'Beslut i anmälningsärendet' });
  await dialog.getByLabel('Utgång').selectOption({ label: 'Ingen åtgärd från myndigheten' });
  await dialog.getByLabel('Vad beslutas?').fill('Anmälan föranleder ingen åtgärd.');
  await dialog.getByLabel('Skälen för beslutet').fill('Arbetet är litet och sker under torrperiod.');
  await dialog.getByLabel('Bestämmelser som har tillämpats').fill('11 kap. 9 a § miljöbalken');
  await dialog.getByLabel('Behöver parterna inte höras?').selectOption({ label: 'Uppenbart obehövligt' });
  await dialog.getByLabel('Motivera undantaget').fill('Beslutet är helt i linje med anmälan.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Föreslå beslut' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'väntar på beslutsfattaren' })).toBeVisible();
});

test('what somebody else has changed meanwhile is shown beside, and what was typed is kept', async ({ page, browser, baseURL }) => {
  await openCase(page, 'officer');
  const dialog = await act(page, 'Anteckna');
  await dialog.getByLabel('Anteckning', { exact: true }).fill('Min anteckning');

  const other = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await openCase(other, 'officer');
  const theirs = await act(other, 'Anteckna');
  await theirs.getByLabel('Anteckning', { exact: true }).fill('Kollegans anteckning');
  await theirs.getByRole('button', { name: 'Anteckna' }).click();
  await expect(theirs).toHaveCount(0);
  await other.context().close();

  await dialog.getByRole('button', { name: 'Anteckna' }).click();
  const stale = dialog.getByRole('alert');
  await expect(stale).toContainText('Någon annan har ändrat under tiden');
  await expect(stale.getByRole('row', { name: /Anteckningar/ })).toContainText('Kollegans anteckning');
  await expect(dialog.getByLabel('Anteckning', { exact: true })).toHaveValue('Min anteckning');
  await expectAccessible(page);
  await stale.getByRole('button', { name: 'Behåll mitt' }).click();

  await expect(dialog).toHaveCount(0);
  const notes = page.getByRole('region', { name: 'Anteckningar' });
  await expect(notes).toContainText('Min anteckning');
  await expect(notes).toContainText('Kollegans anteckning');
});

test('the decision maker signs with the password, and it is dispatched and closed', async ({ page }) => {
  await openCase(page, 'decisionMaker');
  let dialog = await act(page, 'Besluta');
  await expect(dialog).toContainText('Anmälan föranleder ingen åtgärd.');
  await dialog.getByLabel('Ditt lösenord').fill('inte mitt lösenord');
  await dialog.getByRole('button', { name: 'Underteckna' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Lösenordet stämmer inte.');
  await dialog.getByLabel('Ditt lösenord').fill('bara-for-demo');
  await dialog.getByRole('button', { name: 'Underteckna' }).click();
  await expect(page.locator('.casefacts')).toContainText('Beslutat');

  await openCase(page, 'officer');
  dialog = await act(page, 'Expediera');
  await dialog.getByRole('button', { name: 'Expediera' }).click();
  await expect(page.locator('.casefacts')).toContainText('Expedierat');
  dialog = await act(page, 'Avsluta');
  await expect(dialog).toContainText('Blir slutliga, eftersom de har kommit in: handling 1, 2, 4 och 5.');
  const note = dialog.getByRole('group', { name: 'Behåll' }).getByRole('checkbox', { name: 'Anteckning: Sökanden ringde om tiden.' });
  await expect(note, 'what nobody has chosen to discard is kept').toBeChecked();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-close-1440.png' });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/case-close-390.png' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await note.uncheck();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.casefacts')).toContainText('Avslutat');
  await expect(page.getByRole('region', { name: 'Händelser' })).toContainText('Anteckning kastad');
  await expect(page.getByRole('region', { name: 'Anteckningar' })).not.toContainText('Sökanden ringde om tiden.');
  await expect(page.getByText('Det finns inget för dig att göra i ärendet just nu.')).toBeVisible();
  const records = page.getByRole('region', { name: 'Handlingar' });
  await records
    .getByRole('button', { name: /Beslut/ })
    .first()
    .click();
  await records.getByRole('button', { name: 'Läs', exact: true }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Anmälan föranleder ingen åtgärd.');
  await expectAccessible(page);
});

test('lists, search and the case read well in both languages, on a phone and with other people’s eyes', async ({ page }) => {
  await signInAs(page, 'officer');
  await page.setViewportSize({ width: 1440, height: 984 });
  await page.goto('/cases/mine');
  await expect(page.getByRole('table')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/cases-mine-1440.png' });
  await page.keyboard.press('j');
  await expect(page.getByRole('rowheader').first().getByRole('link')).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('Kvarnbacken');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cases\?query=Kvarnbacken/);
  await expect(page.getByRole('row').filter({ hasText: SUBJECT })).toBeVisible();
  await page.getByRole('button', { name: 'Bara öppna' }).click();
  await expect(page.getByRole('row').filter({ hasText: SUBJECT })).toHaveCount(0);
  await page.getByRole('button', { name: 'Bara öppna' }).click();
  await page.screenshot({ path: 'test-results/cases-list-1440.png' });
  await expectAccessible(page);

  for (const [path, name] of [
    ['/cases/mine', 'cases-mine'],
    ['/cases', 'cases-list'],
    [address, 'case'],
  ] as const) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/${name}-390.png` });
    await page.setViewportSize({ width: 320, height: 700 });
    await expectNoSidewaysScroll(page);
  }

  await page.setViewportSize({ width: 1440, height: 984 });
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('.casefacts')).toContainText('Closed');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-en-1440.png' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/case-dark-1440.png' });
});

test('the public register is open to all and shows no person', async ({ page }) => {
  await page.context().clearCookies();
  await page.goto('/register');
  await expect(page.getByRole('heading', { level: 1, name: 'Offentligt diarium' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Grävning i vattendrag' }).first()).toBeVisible();
  await expect(page.getByText(SUBJECT)).toHaveCount(0);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/register-1440.png' });
  await page.getByLabel('Från').fill('+400');
  await page.getByRole('button', { name: 'Visa' }).click();
  await expect(page.getByText('Inget är registrerat')).toBeVisible();
});

test('a session that ends under one’s hands is renewed on top of the page, and nothing typed is lost', async ({ page }) => {
  await signInAs(page, 'registrar');
  await page.goto('/cases/new?type=vattenverksamhet-anmalan');
  await page.getByLabel('Rubrik', { exact: true }).fill('Muddring i Provsjön');
  await page.getByLabel('Rubrik i det offentliga diariet').fill('Muddring');
  await page.getByLabel('Första handlingens namn').fill('Anmälan');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Registrera', exact: true }).click();

  const again = page.getByRole('dialog', { name: 'Logga in igen' });
  await expect(again).toBeVisible();
  await expectAccessible(page);
  await again.getByLabel('Användarnamn').fill(people.registrar);
  await again.getByLabel('Lösenord').fill('bara-for-demo');
  await again.getByRole('button', { name: 'Logga in' }).click();
  await expect(again).toHaveCount(0);
  await expect(page.getByLabel('Rubrik', { exact: true })).toHaveValue('Muddring i Provsjön');
  await page.getByRole('button', { name: 'Registrera', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Muddring i Provsjön' })).toBeVisible();
});

test('the same in English: from registration to closing for a stated reason', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('malbild.language', 'en'));
  const subject = `Pier at Mallön ${Date.now()}`;
  const press = async (name: string) => {
    await page.getByRole('region', { name: 'Do next' }).getByRole('button', { name, exact: true }).click();
    return page.getByRole('dialog');
  };
  await signInAs(page, 'manager');
  await page.goto('/cases/new');
  await page.getByLabel('Case type').selectOption({ label: 'Notification of water operation' });
  await page.getByLabel('Subject', { exact: true }).fill(subject);
  await page.getByLabel('Subject in the public register').fill('Pier');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What is missing before a decision' })).toBeVisible();
  await expectAccessible(page);
  const own = page.url();

  const dialog = await press('Assign');
  await dialog.getByLabel('Somebody else').selectOption({ label: 'Åsa Figurgren' });
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await expect(page.locator('.casefacts')).toContainText('Assigned');

  await signInAs(page, 'officer');
  await page.goto(own);
  await (await press('Start handling')).getByRole('button', { name: 'Start handling' }).click();
  await expect(page.locator('.casefacts')).toContainText('In progress');
  const closing = await press('Close');
  await closing.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(closing.getByRole('alert')).toContainText('Write why, in at least three characters.');
  await closing.getByLabel('Reason').fill('The notification was withdrawn.');
  await closing.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.locator('.casefacts')).toContainText('Closed');
  await expectAccessible(page);
});
