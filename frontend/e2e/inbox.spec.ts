// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const MARK = String(Date.now());

/** Something has come in, as another system would send it. */
async function arrives(page: Page, baseURL: string, subject: string, more: object = {}) {
  const answer = await page.request.post('/api/v1/inbox-items', {
    headers: { 'Idempotency-Key': `e2e-${MARK}-${subject}`.replace(/[^A-Za-z0-9.-]/g, '.').slice(0, 90), Origin: baseURL },
    data: {
      channel: 'email',
      subject,
      sender: 'Kvarnbackens samfällighet',
      senderKind: 'organisation',
      suggestedTypeKey: 'vattenverksamhet-anmalan',
      ...more,
    },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id as string;
}

const pane = (page: Page) => page.getByRole('article');

test('the inbox shows what waits, what is late and why a day is the arrival date', async ({ page }) => {
  await signInAs(page, 'registrar');
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { level: 1, name: 'Inkorg' })).toBeVisible();
  await expect(page.getByText('har väntat mer än en arbetsdag').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Poster' }).getByText('försenad').first()).toBeVisible();
  await pane(page).getByRole('button', { name: 'Varför den dagen?' }).click();
  await expect(pane(page).getByText('22 § andra stycket')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/inbox-1440.png' });
});

test('an item is registered by keyboard with few strokes, in less than twenty seconds', async ({ page, baseURL }) => {
  await signInAs(page, 'registrar');
  const subject = `Grävning vid Kvarnbacken ${MARK}`;
  const item = await arrives(page, baseURL ?? '', subject);
  await page.goto(`/inbox?item=${item}`);
  await expect(pane(page).getByRole('heading', { name: subject })).toBeVisible();

  const began = Date.now();
  let strokes = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    strokes++;
  };
  await press('Enter');
  await expect(page.getByLabel('Rubrik', { exact: true })).toBeFocused();
  await press('Control+Enter');
  await expect(pane(page).getByText('Registrerat', { exact: true })).toBeVisible();
  const seconds = (Date.now() - began) / 1000;
  await expect(page.locator('.bignumber')).toHaveText(/^535-\d+-\d{4}$/);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/inbox-registered-1440.png' });
  await press('Enter');
  await expect(page.locator('.bignumber')).toHaveCount(0);

  expect(strokes).toBeLessThanOrEqual(3);
  expect(seconds).toBeLessThan(20);
  test.info().annotations.push({ type: 'registration by keyboard', description: `${strokes} strokes, ${seconds.toFixed(1)} s` });
});

test('keys move, mark as trivial and take it back', async ({ page, baseURL }) => {
  await signInAs(page, 'registrar');
  const subject = `Tack för god hjälp ${MARK}`;
  const item = await arrives(page, baseURL ?? '', subject, { suggestedTypeKey: undefined });
  await page.goto('/inbox');
  const first = await pane(page).getByRole('heading', { level: 2 }).textContent();
  await page.keyboard.press('j');
  await expect(pane(page).getByRole('heading', { level: 2 })).not.toHaveText(first ?? '');
  await page.keyboard.press('k');
  await expect(pane(page).getByRole('heading', { level: 2 })).toHaveText(first ?? '');

  await page.goto(`/inbox?item=${item}`);
  await expect(pane(page).getByRole('heading', { name: subject })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByText('Posten fick utfallet ringa betydelse.')).toBeVisible();
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(page.getByText('Posten väntar igen.')).toBeVisible();
  await page.goto(`/inbox?item=${item}`);
  await expect(pane(page).getByRole('heading', { name: subject })).toBeVisible();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Fel adressat' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Skriv ett skäl');
  await dialog.getByLabel('Vart lämnades posten vidare?').fill('Till kommunens bygglovsenhet.');
  await dialog.getByRole('button', { name: 'Fel adressat' }).click();
  await expect(dialog).toHaveCount(0);
});

test('a late letter is linked to its case by number', async ({ page, baseURL }) => {
  await signInAs(page, 'registrar');
  const cases = await (await page.request.get('/api/v1/cases?limit=1&state=closed')).json();
  const number = cases.items[0].number as string;
  const item = await arrives(page, baseURL ?? '', `Brev efter beslutet ${MARK}`, { channel: 'counter' });
  await page.goto(`/inbox?item=${item}`);
  await expect(pane(page).getByRole('heading', { level: 2 })).toContainText('Brev efter beslutet');
  await page.keyboard.press('l');
  await page.getByLabel('Vilket ärende?').fill(number.split('-').slice(1).join('/'));
  await expect(page.getByRole('button', { name: `Koppla till ${number}` })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('administrativt tillägg')).toBeVisible();
});

test('something is received over the counter, and several are registered together', async ({ page, baseURL }) => {
  await signInAs(page, 'registrar');
  await page.goto('/inbox');
  await expect(pane(page).getByRole('heading', { level: 2 })).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hur kom det in?').selectOption('counter');
  await dialog.getByLabel('Vad gäller det?').fill(`Ritningar i ett kuvert ${MARK}`);
  await expectAccessible(page);
  await dialog.locator('input[type=file]').setInputFiles([
    { name: 'ritning.txt', mimeType: 'text/plain', buffer: Buffer.from('En trumma, tre meter.') },
    { name: 'kvitto.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>alert(1)</script></html>') },
  ]);
  await expect(dialog.getByText('ritning.txt, ')).toBeVisible();
  await expect(dialog.getByText('kvitto.pdf, ')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/inbox-receive-files-1440.png' });
  await dialog.getByRole('button', { name: 'Ta emot' }).click();
  await expect(pane(page).getByRole('heading', { name: `Ritningar i ett kuvert ${MARK}` })).toBeVisible();
  const files = pane(page).getByRole('region', { name: 'Filer' });
  await expect(files).toContainText('ritning.txt');
  await expect(files.getByRole('link', { name: 'kvitto.pdf' }), 'what is in quarantine is withheld').toHaveCount(0);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/inbox-files-1440.png' });

  await arrives(page, baseURL ?? '', `Trumma ett ${MARK}`);
  await arrives(page, baseURL ?? '', `Trumma två ${MARK}`);
  await page.goto('/inbox');
  await page.getByRole('checkbox', { name: `Välj Trumma ett ${MARK}` }).check();
  await page.getByRole('checkbox', { name: `Välj Trumma två ${MARK}` }).check();
  await page.getByRole('button', { name: 'Registrera 2 tillsammans' }).click();
  const batch = page.getByRole('dialog');
  await expectAccessible(page);
  await batch.getByRole('button', { name: 'Registrera 2 tillsammans' }).click();
  await expect(batch.getByText('2 av 2 är registrerade.')).toBeVisible();
  await batch.getByRole('button', { name: 'Klart' }).click();
});

test('the register shows every number; a mistake is voided by two persons', async ({ page }) => {
  await signInAs(page, 'registrar');
  await page.goto(`/cases/register?query=${encodeURIComponent('Anmälan om vattenverksamhet')}`);
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: 'Makulera' }) })
    .first();
  const number = ((await row.getByRole('rowheader').textContent()) ?? '').trim();
  await row.getByRole('button', { name: 'Makulera' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Vad blev fel vid registreringen?').fill('Samma brev registrerades två gånger.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Makulera' }).click();
  const waiting = page.getByRole('region', { name: 'Makuleringar som väntar på en andra person' });
  await expect(waiting).toContainText(number);
  await expect(waiting.getByRole('button', { name: `Bekräfta makulering ${number}` })).toHaveCount(0);
  await page.getByRole('button', { name: 'Kontrollera nu' }).click();
  await expect(page.getByText('Alla serier är hela.')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/register-1440.png', fullPage: true });

  await signInAs(page, 'manager');
  await page.goto('/cases/register');
  await page.getByRole('button', { name: `Bekräfta makulering ${number}` }).click();
  await expect(page.getByText(`${number} är makulerat.`)).toBeVisible();
  await page.goto(`/cases/register?query=${number}`);
  await expect(page.getByRole('row', { name: new RegExp(number) })).toContainText('Makulerat');
});

test('the register is searched by sender, whose name stands in no address', async ({ page }) => {
  await signInAs(page, 'registrar');
  await page.goto('/cases/register');
  const rows = page.getByRole('table', { name: /^Diariet/ });
  await expect(rows.getByRole('rowheader').first()).toBeVisible();
  const sender = (
    (await rows
      .locator('td.c-now')
      .filter({ hasNotText: /^(–|Utelämnat|Skydd.*)$/ })
      .first()
      .textContent()) ?? ''
  ).trim();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('button', { name: 'Avsändare', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Sök avsändare' }).fill(sender);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('table', { name: 'Diariet, efter avsändarens namn.' })).toBeVisible();
  const senders = page.locator('.registertable td.c-now');
  await expect(senders.filter({ hasText: sender }).first()).toBeVisible();
  await expect(senders.filter({ hasNotText: sender })).toHaveCount(0);
  expect(decodeURIComponent([page.url(), ...asked].join(' '))).not.toContain(sender);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/register-sender-1440.png' });
});

test('the inbox and the register fit a phone, and speak English', async ({ page }) => {
  await signInAs(page, 'registrar');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/inbox');
  await expect(page.getByRole('region', { name: 'Poster' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/inbox-390.png' });
  await page.getByRole('region', { name: 'Poster' }).locator('.inboxlink').first().click();
  await expect(pane(page).getByRole('button', { name: 'Registrera', exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/inbox-item-390.png' });
  await pane(page).getByRole('button', { name: 'Registrera', exact: true }).click();
  await expectNoSidewaysScroll(page);
  await page.goto('/cases/register');
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/register-390.png' });
  await page.setViewportSize({ width: 1440, height: 984 });
  await page.goto('/inbox');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/inbox-en-1440.png' });
});
