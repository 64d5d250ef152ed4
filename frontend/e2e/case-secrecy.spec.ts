// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const RUN = Date.now();
const SUBJECT = `Utfyllnad vid Provholmen ${RUN}`;
const BRANCH = `Egen anläggning ${RUN}`;
const AUDITOR = 'david.modellberg@exempel.example';
const REASON = 'Fara för fisk nedströms. Handläggaren nås inte.';
let id = '';
let number = '';

async function post(page: Page, path: string, data?: unknown, version?: number) {
  const answer = await page.request.post(`/api/v1${path}`, {
    data,
    headers: {
      'Idempotency-Key': crypto.randomUUID(),
      ...(version ? { 'If-Match': `"${version}"` } : {}),
      Origin: new URL(page.url()).origin,
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.status() === 204 ? undefined : answer.json();
}

test.beforeAll(async ({ browser, baseURL }) => {
  const page = await browser.newPage({ ...(baseURL ? { baseURL } : {}) });
  await signInAs(page, 'registrar');
  await page.goto('/cases/mine');
  let file = await post(page, '/cases', {
    caseTypeKey: 'vattenverksamhet-anmalan',
    subject: SUBJECT,
    publicSubject: 'Utfyllnad',
    channel: 'email',
    receivedAt: new Date(RUN - 3_600_000).toISOString(),
    recordTitle: 'Anmälan',
  });
  await signInAs(page, 'manager');
  const officers = await (await page.request.get('/api/v1/case-officers')).json();
  const officer = officers.items.find((each: { user: { displayName: string } }) => each.user.displayName === 'Åsa Figurgren');
  file = await post(page, `/cases/${file.id}/assignment`, { unitId: officer.unitId, officerId: officer.user.id }, file.version);
  await signInAs(page, 'officer');
  await post(page, `/cases/${file.id}/start`, undefined, file.version);
  id = file.id;
  number = file.number;
  await page.close();
});

test('a record is marked, and whoever does not handle the case sees that it is there and no more', async ({ page }) => {
  await signInAs(page, 'officer');
  await page.goto(`/cases/${id}`);
  const records = page.getByRole('region', { name: 'Handlingar' });
  await records.getByRole('button', { name: 'Anmälan', exact: true }).click();
  await records.getByRole('button', { name: 'Sekretessmarkera' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Sekretessmarkera' }).click();
  await expect(dialog.getByText('Ange bestämmelsen som kan gälla.').first()).toBeVisible();
  await dialog.getByLabel('Bestämmelse').fill('25 kap. 1 § OSL');
  await dialog.getByLabel('Titel och motpart röjer för mycket').check();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/record-mark-1440.png' });
  await dialog.getByRole('button', { name: 'Sekretessmarkera' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Handlingen är sekretessmarkerad' })).toBeVisible();
  await expect(records.getByRole('button', { name: 'Anmälan', exact: true })).toBeVisible();
  await expect(records.getByText('Sekretessmarkerad', { exact: true })).toBeVisible();
  await page.screenshot({ path: 'test-results/record-marked-officer-1440.png', fullPage: true });

  await signInAs(page, 'registrar');
  await page.goto(`/cases/${id}`);
  await expect(records.getByRole('button', { name: 'Sekretessmarkerad handling' })).toBeVisible();
  await expect(records.getByRole('button', { name: 'Anmälan', exact: true })).toHaveCount(0);
  await records.getByRole('button', { name: 'Sekretessmarkerad handling' }).click();
  await expect(records.getByText('Du får inte läsa handlingen.')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/record-marked-registrar-390.png', fullPage: true });
});

test('a case is marked secret, and what the marking lacks is said at the field', async ({ page }) => {
  await signInAs(page, 'officer');
  await page.goto(`/cases/${id}`);
  const section = page.getByRole('region', { name: 'Sekretess' });
  await section.getByRole('button', { name: 'Ändra sekretess' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Sekretess\. /).check();
  await dialog.getByRole('button', { name: 'Ändra sekretess' }).click();
  await expect(dialog.getByText('Ange bestämmelsen som kan gälla.').first()).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Bestämmelse').fill('17 kap. 1 § OSL');
  await dialog.getByLabel('Anteckning').fill('En inspektion är planerad.');
  await dialog.getByRole('button', { name: 'Ändra sekretess' }).click();
  await expect(dialog).toBeHidden();
  await expect(section.getByText('En inspektion är planerad.')).toBeVisible();
  await expect(page.getByText('Sekretessmarkerat')).toBeVisible();
});

test('two persons let the officer into a new compartment, and the case is put in it', async ({ page }) => {
  await signInAs(page, 'executive');
  await page.goto('/cases/closed?view=compartments');
  await page.getByRole('button', { name: 'Ny avskärmning' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Namn').fill(BRANCH);
  await dialog.getByLabel('Till vad').fill('Tillsyn över egen anläggning.');
  await dialog.getByRole('button', { name: 'Ny avskärmning' }).click();
  await page.getByRole('button', { name: 'Föreslå medlem' }).click();
  await dialog.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Åsa Figurgren' });
  await dialog.getByRole('button', { name: 'Föreslå medlem' }).click();
  await expect(page.getByRole('row', { name: /Åsa Figurgren/ }).getByText('Föreslagen', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Godkänn Åsa Figurgren' })).toBeHidden();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await signInAs(page, 'manager');
  await page.goto('/cases/closed?view=compartments');
  await page.getByRole('button', { name: new RegExp(BRANCH) }).click();
  await page.getByRole('button', { name: 'Godkänn Åsa Figurgren' }).click();
  await expect(page.getByRole('row', { name: /Åsa Figurgren/ }).getByText('Med', { exact: true })).toBeVisible();

  await signInAs(page, 'officer');
  await page.goto(`/cases/${id}`);
  await page.getByRole('region', { name: 'Sekretess' }).getByRole('button', { name: 'Välj avskärmning' }).click();
  await dialog.getByLabel(BRANCH).check();
  await dialog.getByRole('button', { name: 'Välj avskärmning' }).click();
  // The dialog names it too, until it is closed.
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Sekretess' }).getByText(BRANCH)).toBeVisible();
});

test('outside the compartment the case is not there, and an emergency opens it for reading', async ({ page }) => {
  await signInAs(page, 'registrar');
  await page.goto(`/cases/${id}`);
  await expect(page.getByRole('heading', { level: 2, name: 'Ärendet finns inte, eller så är det inte öppet för dig' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Öppna med skäl' })).toBeHidden();

  await signInAs(page, 'manager');
  await page.goto(`/cases/${id}`);
  await page.getByRole('button', { name: 'Öppna med skäl' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Du kan inte göra något i det.', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Diarienummer').fill('535-999999-2026');
  await dialog.getByLabel('Skäl').fill(REASON);
  await dialog.getByRole('button', { name: 'Öppna och meddela' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Diarienummer').fill(number);
  await dialog.getByRole('button', { name: 'Öppna och meddela' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SUBJECT);
  await expect(page.getByText(/^Du läser ärendet med skäl till/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Sekretess' }).getByRole('button')).toHaveCount(0);
});

test('the auditor is told, reviews the opening and finds it in the access log', async ({ page }) => {
  await signIn(page, AUDITOR, 'bara-for-demo');
  await page.goto('/cases/closed');
  const row = page.getByRole('row', { name: new RegExp(number) });
  await expect(row.getByText(REASON)).toBeVisible();
  await expectAccessible(page);
  await row.getByRole('button', { name: `Granska öppningen av ${number}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Befogad', { exact: true }).check();
  await dialog.getByLabel('Motivering').fill('Saken brådskade och ingen annan nåddes.');
  await dialog.getByRole('button', { name: 'Granska', exact: true }).click();
  await expect(row).toBeHidden();

  await page.getByRole('tab', { name: 'Åtkomstlogg' }).click();
  await page.getByLabel('Diarienummer').fill(number);
  await page.getByRole('button', { name: 'Visa', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`number=${number}`));
  await expect(page.getByText('Nödöppnat', { exact: true })).toBeVisible();
  await expect(page.getByText('Läst ärendet').first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  await signInAs(page, 'officer');
  await page.goto('/cases/closed?view=mine');
  await expect(page.getByRole('row', { name: new RegExp(number) }).first()).toBeVisible();
  await signInAs(page, 'manager');
  await page.goto('/cases/closed?view=counts');
  await expect(page.getByRole('row', { name: /Vera Mönsterholm/ })).toBeVisible();
});

test('a compartment is renamed and ended, and its case stays closed', async ({ page }) => {
  await signInAs(page, 'executive');
  await page.goto('/cases/closed?view=compartments');
  await page.getByRole('button', { name: BRANCH }).click();
  await page.getByRole('button', { name: 'Byt namn' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Namn' }).fill(`${BRANCH}, omdöpt`);
  await dialog.getByRole('button', { name: 'Byt namn' }).click();
  await expect(page.getByRole('button', { name: `${BRANCH}, omdöpt` })).toBeVisible();
  await page.getByRole('button', { name: 'Avsluta', exact: true }).click();
  await dialog.getByRole('button', { name: 'Avsluta' }).click();
  await expect(dialog.getByRole('alert')).toContainText('minst tre tecken');
  await dialog.getByLabel('Varför avslutas den?').fill('Anläggningen är såld.');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/compartment-end-1440.png' });
  await dialog.getByRole('button', { name: 'Avsluta' }).click();
  await expect(page.getByText('Inga fler ärenden tas in.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Byt namn' })).toHaveCount(0);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/compartment-ended-1440.png' });
  await page.goto(`/cases/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: SUBJECT })).toHaveCount(0);
});
