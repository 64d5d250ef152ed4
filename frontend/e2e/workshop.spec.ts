// SPDX-License-Identifier: EUPL-1.2
import { type APIRequestContext, type Browser, type BrowserContext, type Page, request } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

// On the demo's authority, where there are units and people of every role.
test.use({ demo: true });
test.describe.configure({ mode: 'serial', timeout: 180_000 });

const NAME = 'Möteslabbet';
const REASON = 'Ärendet byter ägare i systemet, men vi frågar ofta.';

let assessment = '';
let workshop = '';
let code = '';

/** An assessment whose survey has closed, made over the API. */
async function closedAssessment(page: Page, root: string): Promise<string> {
  const headers = () => ({ Origin: root, 'Idempotency-Key': crypto.randomUUID() });
  const units = await (await page.request.get('/api/v1/me')).json();
  const led = units.permissions.find((one: { permission: string }) => one.permission === 'assessment:lead');
  const made = await page.request.post('/api/v1/assessments', {
    headers: headers(),
    data: {
      name: NAME,
      unitId: led.unitIds[0],
      periodFrom: '2025-10-01',
      periodTo: '2026-09-30',
      groups: ['ledning', 'chefer', 'handlaggare'].map((group) => ({ group, invited: 20 })),
    },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { id } = await made.json();
  const opened = await page.request.post(`/api/v1/assessments/${id}/survey`, { headers: { ...headers(), 'If-Match': '"1"' }, data: {} });
  expect(opened.status(), await opened.text()).toBe(201);
  const closed = await page.request.post(`/api/v1/assessments/${id}/survey/closing`, { headers: { ...headers(), 'If-Match': '"2"' } });
  expect(closed.status(), await closed.text()).toBe(200);
  return id;
}

const phone = (browser: Browser, root: string, width: number) =>
  browser.newContext({ baseURL: root, viewport: { width, height: 844 }, locale: 'sv-SE', hasTouch: true, isMobile: true });

/** Somebody in the room whose phone is not looked at. */
type Silent = { api: APIRequestContext; level: number };

async function silent(root: string, group: string, level: number): Promise<Silent> {
  const api = await request.newContext({ baseURL: root, extraHTTPHeaders: { Origin: root } });
  expect((await api.post('/api/v1/workshop-sessions', { data: { code, group } })).status()).toBe(201);
  return { api, level };
}

async function vote({ api, level }: Silent): Promise<void> {
  const { view } = await (await api.get('/api/v1/workshop-sessions/current')).json();
  const sent = await api.put('/api/v1/workshop-sessions/current/vote', {
    data: { criterion: view.question.criterion, round: view.round, level, dontKnow: false, attempt: 1 },
  });
  expect(sent.status()).toBe(200);
}

/** Places all dots on the first heading. */
async function placeDots({ api }: Silent): Promise<void> {
  const { view } = await (await api.get('/api/v1/workshop-sessions/current')).json();
  const first = view.board.themes[0].id;
  const sent = await api.put('/api/v1/workshop-sessions/current/dots', { data: { attempt: 1, themes: [first, first] } });
  expect(sent.status()).toBe(200);
}

test('a workshop is planned from an assessment whose survey has closed', async ({ page, service }) => {
  await signInAs(page, 'manager');
  assessment = await closedAssessment(page, service.root);
  await page.goto(`/maturity/${assessment}`);
  await page.getByRole('link', { name: 'Till arbetsmötena' }).click();
  await expect(page.getByRole('heading', { name: 'Inga arbetsmöten än' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Planera arbetsmöte' }).click();
  await page.getByRole('button', { name: 'Planera', exact: true }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('Namn').fill('Avdelning Möteslabb');
  await page.getByLabel('Dag', { exact: true }).fill('idag');
  await page.getByLabel('Klockslag').fill('13.00');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3 + 8);
  await page.screenshot({ path: 'test-results/workshop-new-1440.png', fullPage: true });
  await page.getByRole('button', { name: 'Planera', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Leda arbetsmöte' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Väntar på deltagare' })).toBeVisible();
  workshop = page.url().split('/').pop() ?? '';
  code = ((await page.locator('.facil__code').textContent()) ?? '').replaceAll(/\s/g, '');
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
  await expectAccessible(page);
});

test('facilitator, screen and eight phones go from the lobby to the protocol, one of them dropped and back', async ({
  browser,
  page,
  service,
}) => {
  const { root } = service;
  await signInAs(page, 'manager');
  await page.goto(`/workshops/${workshop}`);
  const screen = await page.context().newPage();
  await screen.setViewportSize({ width: 1920, height: 1080 });
  await screen.goto(`/m/screen/${workshop}`);
  await expect(screen.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toBeVisible();
  await expect(screen.getByRole('img', { name: 'QR-kod till arbetsmötet' })).toBeVisible();
  await expectAccessible(screen);

  // Eight phones of three groups, five of them looked at; the rest of the room is asked over the API.
  const groups = ['Ledning', 'Ledning', 'Chefer', 'Chefer', 'Handläggare', 'Handläggare', 'Handläggare', 'Handläggare'];
  const contexts: BrowserContext[] = [];
  const phones: Page[] = [];
  for (const [at, group] of groups.entries()) {
    const context = await phone(browser, root, at === 0 ? 320 : 390);
    const one = await context.newPage();
    await one.goto(at === 1 ? '/m' : `/m#${code}`);
    if (at === 1) {
      await one.getByLabel('Kod').fill('AAAAAA');
      await one.getByRole('button', { name: 'Fortsätt' }).click();
      await expect(one.getByRole('alert')).toContainText('Koden gäller inte');
      await expectAccessible(one);
      await one.getByLabel('Kod').fill(`${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`);
      await one.getByRole('button', { name: 'Fortsätt' }).click();
    }
    await expect(one.getByRole('heading', { name: 'Vilken grupp hör du till?' })).toBeVisible();
    expect(one.url()).not.toContain(code);
    if (at === 0) {
      await expectAccessible(one);
      await expectNoSidewaysScroll(one);
      await one.screenshot({ path: 'test-results/workshop-group-320.png', fullPage: true });
    }
    await one.getByRole('radio', { name: group }).check({ force: true });
    await one.getByRole('button', { name: 'Anslut' }).click();
    await expect(one.getByRole('heading', { name: 'Du är med' })).toBeVisible();
    contexts.push(context);
    phones.push(one);
  }
  const [leader, typist, manager, , officer, sleeper] = phones as [Page, Page, Page, Page, Page, Page];
  await expectNoSidewaysScroll(leader);
  const rest = await Promise.all([
    ...[3, 3, 3, 4].map((level) => silent(root, 'ledning', level)),
    ...[1, 1, 1, 2, 2, 2, 2, 2].map((level) => silent(root, 'handlaggare', level)),
  ]);
  await expect(screen.getByText('20 anslutna')).toBeVisible();
  await expect(page.getByText('20 anslutna')).toBeVisible();
  await screen.screenshot({ path: 'test-results/workshop-screen-lobby.png' });
  await page.screenshot({ path: 'test-results/workshop-lead-lobby-1440.png', fullPage: true });

  // A question about nothing first, so that everybody has tried.
  await page.getByRole('button', { name: 'Visa en testfråga' }).click();
  await expect(leader.getByRole('radio')).toHaveCount(4);
  await leader.getByRole('radio').nth(1).check({ force: true });
  await leader.getByRole('button', { name: 'Skicka svar' }).click();
  await expect(leader.getByText('Det fungerar.')).toBeVisible();
  await expectAccessible(leader);
  await expectNoSidewaysScroll(leader);
  await expect(screen.getByText('1 av 20 har provat')).toBeVisible();
  await leader.screenshot({ path: 'test-results/workshop-test-320.png', fullPage: true });
  await screen.screenshot({ path: 'test-results/workshop-screen-test.png' });
  await page.screenshot({ path: 'test-results/workshop-lead-test-1440.png', fullPage: true });

  await page.getByRole('button', { name: /Ställ första frågan/ }).click();
  await expect(screen.getByText('0 av 20 har svarat')).toBeVisible();
  for (const one of phones) await expect(one.getByRole('radio')).toHaveCount(6);
  await expectAccessible(leader);
  await expectNoSidewaysScroll(leader);
  await leader.screenshot({ path: 'test-results/workshop-vote-320.png', fullPage: true });
  await leader.getByRole('button', { name: 'Skicka svar' }).click();
  await expect(leader.getByRole('alert')).toContainText('Välj den mening');

  // By keyboard alone.
  await officer.getByRole('radio').nth(1).focus();
  await officer.keyboard.press('Space');
  await officer.keyboard.press('Enter');
  await expect(officer.getByRole('heading', { name: 'Ditt svar är skickat' })).toBeVisible();
  await expectAccessible(officer);
  await officer.screenshot({ path: 'test-results/workshop-sent-390.png', fullPage: true });

  // The net goes while a vote is sent; it arrives by itself when the net is back.
  await contexts[5]?.setOffline(true);
  await sleeper.getByRole('radio').nth(2).check({ force: true });
  await sleeper.getByRole('button', { name: 'Skicka svar' }).click();
  await expect(sleeper.getByText('Svaret har inte kommit fram')).toBeVisible();
  await contexts[5]?.setOffline(false);
  await expect(sleeper.getByRole('heading', { name: 'Ditt svar är skickat' })).toBeVisible();

  for (const [at, one] of phones.entries()) {
    if (at === 4 || at === 5) continue;
    await one
      .getByRole('radio')
      .nth(at < 2 ? 2 : 1)
      .check({ force: true });
    await one.getByRole('button', { name: 'Skicka svar' }).click();
    await expect(one.getByRole('heading', { name: 'Ditt svar är skickat' })).toBeVisible();
  }
  await typist.getByRole('button', { name: 'Ändra svar' }).click();
  await typist.getByRole('radio').nth(3).check({ force: true });
  await typist.getByRole('button', { name: 'Skicka svar' }).click();
  await expect(typist.getByText('Du valde')).toBeVisible();
  await Promise.all(rest.map(vote));

  // A phone is dropped and opened again: it is where it was, with its own vote, and counts once.
  await manager.close();
  const again = await (contexts[2] as BrowserContext).newPage();
  await again.goto('/m');
  await expect(again.getByRole('heading', { name: 'Ditt svar är skickat' })).toBeVisible();
  phones[2] = again;

  await expect(screen.getByText('20 av 20 har svarat')).toBeVisible();
  await expect(page.getByText('20 av 20 har svarat')).toBeVisible();
  await expectAccessible(page);
  await expectAccessible(screen);
  await screen.screenshot({ path: 'test-results/workshop-screen-open.png' });
  await page.screenshot({ path: 'test-results/workshop-lead-open-1440.png', fullPage: true });

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /Visa svaren/ })).toBeVisible();
  await expect(again.getByRole('heading', { name: 'Frågan är stängd' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(screen.getByRole('heading', { level: 1, name: 'Ledningen placerar sig ett steg högre än handläggarna.' })).toBeVisible();
  await expect(screen.getByText('för få svar för att visas')).toHaveCount(1);
  await expect(screen.getByText('5–9 svar, bara nivån')).toHaveCount(1);
  await expect(screen.getByText('12 svar')).toBeVisible();
  await expect(officer.getByText('Ledningen placerar sig ett steg högre än handläggarna.')).toBeVisible();
  await expectAccessible(screen);
  await expectAccessible(officer);
  await screen.screenshot({ path: 'test-results/workshop-screen-revealed.png' });
  await officer.screenshot({ path: 'test-results/workshop-revealed-390.png', fullPage: true });
  await page.screenshot({ path: 'test-results/workshop-lead-revealed-1440.png', fullPage: true });

  // Talk, vote once more, propose.
  await page.getByRole('button', { name: /Börja samtalet/ }).click();
  await expect(page.getByText('Samtal', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Rösta om' }).click();
  await expect(officer.getByRole('radio')).toHaveCount(6);
  await page.getByRole('button', { name: /Stäng frågan/ }).click();
  await page.getByRole('button', { name: /Visa svaren/ }).click();
  await page.getByRole('button', { name: 'Föreslå nivå' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Föreslå nivå' }).click();
  await expect(dialog.getByRole('alert').getByRole('link')).toHaveCount(2);
  await expectAccessible(page);
  await dialog.getByLabel('Nivå ni föreslår').selectOption('2');
  await dialog.getByLabel('Varför?', { exact: true }).fill(REASON);
  await dialog.getByLabel(/Nivå att nå/).selectOption('4');
  await dialog.getByLabel('Varför den nivån?').fill('Fyra räcker för våra volymer.');
  await dialog.getByLabel('Varför räcker nivå 4?').fill('Nivå 5 kräver ett system som vi inte har.');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/workshop-decide-1440.png', fullPage: true });
  await dialog.getByRole('button', { name: 'Föreslå nivå' }).click();
  await expect(screen.getByText('Förslag: nivå 2')).toBeVisible();

  await page.getByRole('textbox', { name: 'Ny punkt' }).fill('Vem får ändra frågorna i e-tjänsten?');
  await page.getByRole('button', { name: 'Lägg till' }).click();
  await expect(page.getByRole('button', { name: /Uppe: Vem får ändra/ })).toBeVisible();
  await page.getByRole('button', { name: 'Ny åtgärd' }).click();
  await dialog.getByLabel('Vad ska göras?').fill('Ta bort överlämningen');
  await dialog.getByLabel('Vem gör det?').fill('Maja Exempel');
  await dialog.getByLabel('Senast').fill('+14');
  await dialog.getByRole('button', { name: 'Lägg till' }).click();
  await expect(page.getByText(/Maja Exempel, senast/)).toBeVisible();

  await page.getByRole('button', { name: /Nästa fråga/ }).click();
  await expect(officer.getByText('Fråga 2 av 8')).toBeVisible();
  await page.getByRole('button', { name: 'Parkera' }).click();
  await dialog.getByRole('button', { name: 'Parkera' }).click();
  await expect(officer.getByRole('heading', { name: 'Frågan är parkerad' })).toBeVisible();

  // Stop, start, keep: a silent note, let through; headings; dots; the first step of what got most.
  await page.getByRole('button', { name: 'Låt deltagarna skriva' }).click();
  await expect(officer.getByRole('heading', { name: 'Sluta, börja, fortsätt' })).toBeVisible();
  await officer.getByLabel('Vad ska vi sluta med?').fill('Skicka ärenden med e-post');
  await expectAccessible(officer);
  await expectNoSidewaysScroll(officer);
  await officer.getByRole('button', { name: 'Skicka lapp' }).click();
  await expect(officer.getByText('Lappen är skickad.')).toBeVisible();
  await officer.screenshot({ path: 'test-results/workshop-note-390.png', fullPage: true });
  await expect(screen.getByText('1 lapp väntar på att läsas')).toBeVisible();
  await page.getByRole('button', { name: /^Visa ?: Skicka ärenden/ }).click();
  await expect(screen.getByText('Skicka ärenden med e-post')).toBeVisible();
  await screen.screenshot({ path: 'test-results/workshop-screen-notes.png' });
  await page.getByRole('button', { name: 'Sluta ta emot lappar' }).click();
  for (const heading of ['Ett ärende har en ägare', 'Alla svar finns i ärendet']) {
    await page.getByRole('textbox', { name: 'Ny rubrik' }).fill(heading);
    await page.getByRole('button', { name: 'Lägg till rubrik' }).click();
    await expect(page.getByRole('button', { name: `Ta bort ${heading}` })).toBeVisible();
  }
  await page.getByLabel('Rubrik för: Skicka ärenden med e-post').selectOption('Alla svar finns i ärendet');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/workshop-lead-board-1440.png', fullPage: true });
  await expect(officer.getByRole('heading', { name: 'Titta på skärmen' })).toBeVisible();
  await page.getByRole('button', { name: 'Dela ut prickar' }).click();
  await officer.getByRole('button', { name: 'En prick till på Alla svar finns i ärendet' }).click();
  await expect(officer.getByText('2 av 3 prickar kvar')).toBeVisible();
  await expectAccessible(officer);
  await officer.getByRole('button', { name: 'Skicka prickar' }).click();
  await expect(officer.getByText('Dina prickar är skickade.')).toBeVisible();
  await officer.screenshot({ path: 'test-results/workshop-dots-390.png', fullPage: true });
  await Promise.all(rest.map(placeDots));
  await expect(screen.getByText('13 av 20 har fördelat sina prickar')).toBeVisible();
  await expectAccessible(screen);
  await screen.screenshot({ path: 'test-results/workshop-screen-dots.png' });
  await page.getByRole('button', { name: 'Räkna och visa' }).click();
  await expect(screen.getByText('24 prickar')).toBeVisible();
  await expect(officer.getByRole('heading', { name: 'Det här väger tyngst' })).toBeVisible();
  await expectAccessible(screen);
  await screen.screenshot({ path: 'test-results/workshop-screen-top.png' });
  await page.getByRole('button', { name: /^Första steg ?: Ett ärende/ }).click();
  await dialog.getByLabel('Vad ska göras?').fill('Utse ägare i varje ärendetyp');
  await dialog.getByLabel('Vem gör det?').fill('Olle Exempel');
  await dialog.getByLabel('Senast').fill('+30');
  await dialog.getByRole('button', { name: 'Lägg till' }).click();
  await expect(page.getByText(/Olle Exempel, senast/).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/workshop-lead-top-1440.png', fullPage: true });

  await page.getByRole('button', { name: 'Avsluta mötet' }).click();
  await dialog.getByLabel('Skriv avsluta').fill('avsluta');
  await dialog.getByRole('button', { name: 'Avsluta mötet' }).click();
  await expect(officer.getByRole('heading', { name: 'Tack, mötet är slut' })).toBeVisible();

  await page.getByRole('link', { name: 'Till protokollet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Protokoll' })).toBeVisible();
  await expect(page.getByText(REASON)).toBeVisible();
  await expect(page.getByText('Ta bort överlämningen. Maja Exempel')).toBeVisible();
  await expect(page.getByRole('heading', { name: /Omgång 1: Ledningen placerar sig/ })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText(/Första steg: Utse ägare i varje ärendetyp/)).toBeVisible();
  await page.screenshot({ path: 'test-results/workshop-protocol-1440.png', fullPage: true });

  // The target waits in the target picture for an owner and a day, and the room's answers stand in the scorecard.
  await page.goto(`/targets?assessment=${assessment}`);
  await expect(page.getByRole('heading', { name: 'Överenskommet i arbetsmöte' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Från arbetsmötet/ })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/workshop-targets-1440.png', fullPage: true });
  await page.goto(`/maturity/${assessment}/scorecard`);
  await page.getByRole('button', { name: 'Nyttohemtagning' }).click();
  await expect(page.getByRole('heading', { name: 'I arbetsmöten' })).toBeVisible();
  await expect(page.getByText(/omgång 2/)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/workshop-scorecard-1440.png' });
  for (const context of contexts) await context.close();
  for (const { api } of rest) await api.dispose();
});

test('every page of a workshop reads in English and on a phone', async ({ page }) => {
  await signInAs(page, 'manager');
  for (const path of [`/maturity/${assessment}/workshops`, `/workshops/${workshop}`, `/workshops/${workshop}/protocol`]) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    if (path.endsWith('/workshops')) await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('heading', { level: 1, name: /Workshops|Lead workshop|Protocol/ })).toBeVisible();
    await expectAccessible(page);
    for (const width of [760, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `test-results/workshop-${path.split('/').pop()}-390-en.png`, fullPage: true });
  }
});
