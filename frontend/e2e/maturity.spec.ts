// SPDX-License-Identifier: EUPL-1.2
import { type APIRequestContext, type Browser, type Page, request } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

const NAME = 'Provbilden';
const OFFICERS_BY_API = 11;
const LEADERS_BY_API = 6;

// On the demo's authority, where there are units and people of every role.
test.use({ demo: true });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** The codes shown once when the survey opened, by group. */
const codes: Record<string, string> = {};
let personal: string[] = [];
let address = '';

test('an assessment is planned, and its survey opened with links and codes that are shown once', async ({ page }) => {
  await signInAs(page, 'manager');
  await page.goto('/maturity');
  await expect(page.getByRole('heading', { level: 1, name: 'Mognad' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Ny nulägesbild' }).click();

  await page.getByRole('button', { name: 'Planera nulägesbilden' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(5);
  await expectAccessible(page);

  await page.getByLabel('Enhet', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Namn').fill(NAME);
  await page.getByLabel('Första dag').fill('2025-10-01');
  await page.getByLabel('Sista dag').fill('2026-09-30');
  await page.getByLabel('Händelselogg att mäta ur').selectOption({ label: 'Egna ärenden' });
  await page.getByLabel('Antal inbjudna, ledning').fill('4');
  await page.getByLabel('Antal inbjudna, chefer').fill('6');
  await page.getByLabel('Antal inbjudna, handläggare').fill('20');
  await page.getByRole('button', { name: 'Planera nulägesbilden' }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([/ledning, minst fem/]);
  await page.getByLabel('Antal inbjudna, ledning').fill('9');
  await page.getByRole('button', { name: 'Planera nulägesbilden' }).click();

  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  address = page.url();
  await page.getByRole('button', { name: 'Gör en tidplan' }).click();
  const twoWeeksAgo = new Date(Date.now() - 14 * 86_400_000).toISOString().slice(0, 10);
  await page.getByRole('dialog').getByLabel('Första måndagen').fill(twoWeeksAgo);
  await page.getByRole('button', { name: 'Fyll i sex veckor' }).click();
  await expect(page.getByRole('group', { name: 'Intervjuer' }).getByLabel('Från')).toHaveValue(twoWeeksAgo);
  await page.getByRole('group', { name: 'Intervjuer' }).getByLabel('Ansvarig').fill('Tuva Exempelberg');
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Enkät' })).toContainText('Pågår');
  await expect(page.getByText(/Intervjuer skulle vara klart .* Ansvarig: Tuva Exempelberg/)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/maturity-planned-1440.png', fullPage: true });

  await page.getByRole('button', { name: 'Öppna enkäten' }).click();
  await page.getByRole('dialog').getByLabel('Svara senast').fill('+14');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Öppna enkäten' }).click();
  await expect(page.getByRole('heading', { name: 'Länkar till enkäten' })).toBeFocused();
  await expect(page.getByRole('img', { name: /QR-kod till enkäten för/ })).toHaveCount(3);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/maturity-links-1440.png', fullPage: true });
  for (const group of ['Ledning', 'Chefer', 'Handläggare']) {
    const card = page.locator('.link').filter({ has: page.getByRole('heading', { name: group }) });
    codes[group] = ((await card.locator('.link__code').textContent()) ?? '').replaceAll(' ', '');
    await expect(card.locator('code')).toHaveText(new RegExp(`/survey#${codes[group]}$`));
  }

  await page.getByRole('button', { name: /Personliga koder Chefer/ }).click();
  await page.getByRole('dialog').getByLabel('Hur många?').fill('7');
  await page.getByRole('dialog').getByRole('button', { name: 'Gör koder' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('mellan 1 och 6');
  await page.getByRole('dialog').getByLabel('Hur många?').fill('2');
  await page.getByRole('dialog').getByRole('button', { name: 'Gör koder' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
  personal = (await page.getByRole('dialog').getByRole('listitem').allTextContents()).map((code) => code.replaceAll(' ', ''));
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Klar' }).click();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Länkar till enkäten' })).toHaveCount(0);
  await expect(page.getByText('färre än fem')).toHaveCount(3);
});

/** A phone, with nothing of the staff's on it. */
const phone = (browser: Browser, root: string, width: number) =>
  browser.newContext({ baseURL: root, viewport: { width, height: 844 }, locale: 'sv-SE', hasTouch: true, isMobile: true });

/** Answers the questions in sight until the summary comes; the place of the sentence by the place of the question. */
async function answerAll(page: Page, next: string, summary: string, choose: (at: number) => number): Promise<void> {
  for (let at = 0; ; at += 1) {
    await page.getByRole('radio').nth(choose(at)).check({ force: true });
    const last = page.getByRole('button', { name: summary });
    if (await last.isVisible()) {
      await last.click();
      return;
    }
    const before = await page.title();
    await page.getByRole('button', { name: next, exact: true }).click();
    await expect(page).not.toHaveTitle(before);
  }
}

test('a case officer answers on a phone by the link, pauses, loses the net and sends once', async ({ browser, service }) => {
  const context = await phone(browser, service.root, 390);
  const page = await context.newPage();
  await page.goto(`/survey#${codes.Handläggare}`);
  await expect(page.getByText('Du svarar i gruppen handläggare.')).toBeVisible();
  expect(page.url()).not.toContain(String(codes.Handläggare));
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/survey-start-390.png', fullPage: true });
  await page.getByRole('button', { name: 'Börja' }).click();

  await expect(page.getByRole('radio')).toHaveCount(6);
  await page.getByRole('button', { name: 'Nästa' }).click();
  await expect(page.getByRole('alert')).toContainText('Välj den mening');
  await expectAccessible(page);
  await page.getByRole('radio').nth(1).focus();
  await page.keyboard.press('Space');
  await page.screenshot({ path: 'test-results/survey-question-390.png', fullPage: true });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Fråga 2 av 28')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await page.goForward();

  await page.getByRole('button', { name: 'Pausa' }).click();
  await expect(page.getByRole('heading', { name: 'Pausad' })).toBeFocused();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText('1 av 28 frågor')).toBeVisible();
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await answerAll(page, 'Nästa', 'Till sammanfattningen', () => 1);

  await expect(page.getByRole('heading', { name: 'Stämmer det här?' })).toBeFocused();
  await expect(page.getByText(/kan inte ändras efteråt, och ingen kan se vem/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/survey-review-390.png', fullPage: true });
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Skicka svaren' }).click();
  await expect(page.getByRole('alert')).toContainText('Vi fick inget svar');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Skicka svaren' }).click();
  await expect(page.getByRole('heading', { name: 'Tack, dina svar är skickade' })).toBeFocused();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/survey-sent-390.png', fullPage: true });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Svaret är redan skickat' })).toBeVisible();
  await context.close();
});

test('a manager types a personal code on a small phone and answers in English, once', async ({ browser, service }) => {
  const context = await phone(browser, service.root, 320);
  const page = await context.newPage();
  await page.goto('/survey');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Code').fill('AAAA BBBB CCCC DDDD');
  await page.getByRole('button', { name: 'Open the survey' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('The code cannot be used');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByLabel('Code').fill(String(personal[0]).toLowerCase());
  await page.getByRole('button', { name: 'Open the survey' }).click();
  await expect(page.getByText('You answer in the group managers.')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.screenshot({ path: 'test-results/survey-question-320-en.png', fullPage: true });
  await answerAll(page, 'Next', 'To the summary', (at) => (at === 3 ? 5 : 2));
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Send the answers' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you, your answers are sent' })).toBeVisible();
  await context.close();

  const other = await phone(browser, service.root, 390);
  const again = await other.newPage();
  await again.goto(`/survey#${personal[0]}`);
  await expect(again.getByRole('heading', { name: 'Skriv koden till enkäten' })).toBeVisible();
  await other.close();
});

/** One more person answers, by the API alone. */
async function answer(root: string, code: string, level: number): Promise<void> {
  // What is sent with a cookie must come from the service's own pages.
  const api: APIRequestContext = await request.newContext({ baseURL: root, extraHTTPHeaders: { Origin: root } });
  expect((await api.post('/api/v1/survey-sessions', { data: { code } })).status()).toBe(201);
  const { questions } = (await (await api.get('/api/v1/survey-sessions/current/questions')).json()) as {
    questions: { criterion: string }[];
  };
  const answers = questions.map(({ criterion }) => ({ criterion, level, dontKnow: false }));
  const sent = await api.post('/api/v1/survey-sessions/current/answers', { data: { submissionId: crypto.randomUUID(), answers } });
  expect(sent.status()).toBe(204);
  await api.dispose();
}

test('the survey is closed by a typed word, and the scorecard shows the groups side by side', async ({ page, service }) => {
  for (let one = 0; one < OFFICERS_BY_API; one += 1) await answer(service.root, String(codes.Handläggare), 2);
  for (let one = 0; one < LEADERS_BY_API; one += 1) await answer(service.root, String(codes.Ledning), 4);

  await signInAs(page, 'manager');
  await page.goto(address);
  await expect(page.getByText('12 av 20')).toBeVisible();
  await expect(page.getByText('6 av 9')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/maturity-collecting-1440.png', fullPage: true });
  await page.goto(`${address}/scorecard`);
  await expect(page.getByText('Svaren visas när enkäten har stängt')).toBeVisible();
  await expect(page.getByRole('img', { name: /Ledning visas när enkäten har stängt/ }).first()).toBeVisible();
  await expectAccessible(page);

  await page.goto(address);
  await page.getByRole('button', { name: 'Stäng enkäten' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Enkäten kan aldrig öppnas igen');
  await dialog.getByLabel('Skriv STÄNG för att bekräfta').fill('öppna');
  await dialog.getByRole('button', { name: 'Stäng enkäten' }).click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await expectAccessible(page);
  await dialog.getByLabel('Skriv STÄNG för att bekräfta').fill('stäng');
  await dialog.getByRole('button', { name: 'Stäng enkäten' }).click();
  await expect(page.getByText('Svaren är frysta.')).toBeVisible();

  await page.getByRole('link', { name: 'Visa resultatet' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: `Var står vi? ${NAME}` })).toBeFocused();
  await expect(page.getByRole('img', { name: /^Ledning 4, chefer för få svar för att visas, handläggare 2\./ })).toHaveCount(28);
  await expect(page.getByText('Ledningen 2 steg över handläggarna').first()).toBeVisible();
  await page.getByRole('button', { name: 'Kompletta ärenden från start' }).click();
  await expect(page).toHaveURL(/criterion=AP4/);
  const detail = page.locator('#criterion-AP4');
  await expect(detail).toContainText('5–9 svar: nivå 4, samlad');
  await expect(detail.getByRole('img', { name: 'Fördelning: nivå 2: 12' })).toBeVisible();
  await expect(detail).toContainText('för få svar för att visas');
});

test('the scorecard is readable in both languages, at every width, as a table and by the pairs', async ({ page }) => {
  await signInAs(page, 'manager');
  for (const language of ['sv', 'en']) {
    await page.goto(`${address}/scorecard?criterion=AP4`);
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1, name: language === 'sv' ? /Var står vi/ : /Where do we stand/ })).toBeVisible();
    for (const width of [1440, 1024, 760, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/scorecard-390-${language}.png`, fullPage: true });
    await page.setViewportSize({ width: 1440, height: 900 });
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/scorecard-1440-${language}.png`, fullPage: true });
  }
  await page.getByRole('button', { name: 'How this is counted' }).first().click();
  await expect(page.getByRole('group', { name: 'Benefit gap' })).toContainText('Lower median of decided levels');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('row', { name: /AP4/ })).toContainText('Management 2 steps above case officers');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('button', { name: 'Culture' }).click();
  await expect(page).toHaveURL(/view=culture/);
  await expect(page.getByRole('button', { name: 'Complete cases from the start' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Benefit gap', exact: true }).click();
  await expect(page.getByText('No pairs are decided yet')).toBeVisible();
  await expectAccessible(page);
});

test('a level is decided with a reason, and a later decision keeps the earlier one', async ({ page }) => {
  await signInAs(page, 'manager');
  await page.goto(`${address}/scorecard?criterion=AP4`);
  const detail = page.locator('#criterion-AP4');
  await detail.getByRole('button', { name: 'Besluta nivå' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Skäl').fill('för kort');
  await dialog.getByRole('button', { name: 'Besluta', exact: true }).click();
  await expect(dialog.getByRole('alert').getByRole('link')).toHaveCount(2);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/scorecard-decide-1440.png' });
  await dialog.getByRole('radio').nth(1).check({ force: true });
  await dialog.getByLabel('Skäl').fill('Checklistor finns, men kontrollen görs för hand.');
  await dialog.getByRole('button', { name: 'Besluta', exact: true }).click();
  await expect(detail).toContainText('Nivå 2, Påbörjad.');
  await expect(page.getByRole('img', { name: /Beslutad nivå 2/ })).toBeVisible();
  await expect(page.getByText('av 28').first()).toBeVisible();

  await detail.getByRole('button', { name: 'Nytt beslut' }).click();
  await dialog.getByRole('radio').nth(2).check({ force: true });
  await dialog.getByLabel('Skäl').fill('E-tjänsten stoppar nu de vanligaste felen.');
  await dialog.getByRole('button', { name: 'Besluta', exact: true }).click();
  await expect(detail).toContainText('Nivå 3, Etablerad.');
  await detail.getByText('Tidigare beslut (1)').click();
  await expect(detail).toContainText('Checklistor finns, men kontrollen görs för hand.');
  await detail.getByRole('button', { name: 'Underlag som det såg ut då' }).first().click();
  await expect(dialog).toContainText('Kontrollsumma');
  await expect(dialog).toContainText('5–9 svar: nivå 4, samlad');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.goto(address);
  await expect(page.getByText('1 av 28 nivåer är beslutade.')).toBeVisible();
});
