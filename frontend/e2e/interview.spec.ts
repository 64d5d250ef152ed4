// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { aPicture, expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const ROLE = 'Handläggare, prov';
const ANSWER = 'Fullmakten saknas nästan alltid. Då får sökanden vänta en vecka till.';
const QUOTE = 'Fullmakten saknas nästan alltid.';

let interview = '';
let assessment = '';

/** The assessment of the whole authority, by what it is and not by where it stands in a list. */
async function deciding(page: Page): Promise<string> {
  const found = await (await page.request.get('/api/v1/assessments?state=deciding&limit=100')).json();
  return found.items.find((one: { wholeAuthority: boolean }) => one.wholeAuthority).id;
}

test('an interview is planned with its guide, and notes outlive a dropped network', async ({ page, context }) => {
  await signInAs(page, 'developer');
  assessment = await deciding(page);
  await page.goto(`/maturity/${assessment}`);
  await page.getByRole('link', { name: 'Till intervjuerna' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Intervjuer' })).toBeVisible();
  await expect(page.getByRole('img', { name: /Efter [4-9] intervjuer/ })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/interviews-1440.png', fullPage: true });

  await page.getByRole('link', { name: 'Planera intervju' }).click();
  await page.getByRole('button', { name: 'Planera', exact: true }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByLabel('Grupp').selectOption('handlaggare');
  await page.getByLabel('Roll', { exact: true }).fill(ROLE);
  await page.getByLabel('Dag', { exact: true }).fill('idag');
  await page.getByText('Kriterier', { exact: true }).click();
  await page.getByRole('checkbox', { name: /^AP4 / }).check();
  await expect(page.getByRole('heading', { name: /Så blir frågorna: [2-9] frågor/ })).toBeVisible();
  await expect(page.getByText(/av ledtiden\..*Mest tid går mellan/).first()).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/interview-plan-1440.png', fullPage: true });
  await page.getByRole('button', { name: 'Planera', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: ROLE })).toBeVisible();
  interview = page.url().split('/').pop() ?? '';

  await page.getByRole('button', { name: 'Anteckna samtycke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Anteckna samtycke' }).click();
  // What is typed behind a dialog goes nowhere, and the notes are drawn before it has closed.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Allt är sparat på servern.')).toBeVisible();
  await page.getByLabel('Vem du ska träffa').fill('Kim Påhittsson');
  const note = page.getByRole('textbox', { name: /^Anteckning:/ }).first();
  await note.fill('Fullmakten');
  await expect(page.getByText('Sparat på servern', { exact: true })).toBeVisible();

  await context.setOffline(true);
  await note.fill(ANSWER);
  await expect(page.getByText('En anteckning är sparad här och skickas när nätet är tillbaka.')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/interview-offline-1440.png', fullPage: true });
  await context.setOffline(false);
  await expect(page.getByText('Allt är sparat på servern.')).toBeVisible();

  // Written while the server is away, and the page is reloaded before it is back.
  await page.route('**/notes/**', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await note.fill(`${ANSWER} Tillägg.`);
  await page.reload();
  await expect(note).toHaveValue(`${ANSWER} Tillägg.`);
  await expect(page.getByText('Sparat här, inte på servern än')).toBeVisible();
  await page.unroute('**/notes/**');
  await page.getByRole('button', { name: 'Skicka nu' }).click();
  await expect(page.getByText('Allt är sparat på servern.')).toBeVisible();
  await expect(page.getByLabel('Vem du ska träffa')).toHaveValue('Kim Påhittsson');

  // Another device of the same person was first: both are shown, none is lost.
  const other = await page.request.put(`/api/v1/interviews/${interview}/notes/AP4-1`, {
    headers: { Origin: new URL(page.url()).origin, 'If-Match': `"${(await noteNow(page)).version}"` },
    data: { text: 'Från surfplattan.' },
  });
  expect(other.status()).toBe(200);
  await note.fill(ANSWER);
  const both = page.getByRole('alert').filter({ hasText: 'Frågan har ändrats från en annan enhet' });
  await expect(both).toContainText('Från surfplattan.');
  await expect(note).toHaveValue(ANSWER);
  await expectAccessible(page);
  await both.getByRole('button', { name: 'Behåll det som står här' }).click();
  await expect(page.getByText('Allt är sparat på servern.')).toBeVisible();
  expect((await noteNow(page)).text).toBe(ANSWER);
});

/** What the server holds of the note. */
async function noteNow(page: Page): Promise<{ text: string; version: number }> {
  const notes = await (await page.request.get(`/api/v1/interviews/${interview}/notes`)).json();
  return notes.items.find((one: { question: string }) => one.question === 'AP4-1');
}

test('a quote is cut from a note, coded, screened and shown in the scorecard', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto(`/interviews/${interview}`);
  const note = page.getByRole('textbox', { name: /^Anteckning:/ }).first();
  await expect(note).toHaveValue(ANSWER);
  await note.evaluate((field: HTMLTextAreaElement, length) => field.setSelectionRange(0, length), QUOTE.length);
  await page.getByRole('button', { name: 'Gör citat av markeringen' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Citatet')).toHaveValue(QUOTE);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Spara citat' }).click();
  const card = page.getByRole('listitem').filter({ has: page.getByText(QUOTE, { exact: true }) });
  await card.getByRole('button', { name: 'Koda' }).click();
  await dialog.getByLabel('Nivå som citatet beskriver').selectOption('2');
  await dialog.getByRole('button', { name: 'Koda' }).click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await dialog.getByRole('radio', { name: 'Hinder' }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Koda' }).click();
  await expect(card.getByText('Din kodning:')).toBeVisible();
  await card.getByRole('button', { name: 'Ingen går att känna igen' }).click();
  await expect(card.getByText('Granskat', { exact: true })).toBeVisible();
  await page.screenshot({ path: 'test-results/interview-quotes-1440.png', fullPage: true });

  await page.getByRole('button', { name: 'Intervjun är hållen' }).click();
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await page.getByRole('button', { name: 'Kodningen är klar' }).click();
  await expect(dialog.getByText('Anteckningarna raderas nu')).toBeVisible();
  await dialog.getByRole('button', { name: 'Kodningen är klar' }).click();
  await expect(page.getByText('Anteckningarna är raderade.')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('malbild.interview.')))).toEqual([]);

  await signInAs(page, 'executive');
  await page.goto(`/maturity/${assessment}/scorecard?criterion=AP4`);
  await expect(page.getByText(QUOTE, { exact: true })).toBeVisible();
  await expect(page.getByText(ROLE)).toHaveCount(0);
});

test('evidence is submitted by one and checked by another, and verifies a level', async ({ page }) => {
  await signInAs(page, 'developer');
  await page.goto(`/maturity/${assessment}/scorecard?criterion=IT5`);
  const row = page.locator('#IT5');
  await row.getByRole('button', { name: 'Lämna underlag' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lämna underlag' }).click();
  await expect(dialog.getByRole('alert').getByRole('link')).toHaveCount(3);
  await dialog.getByLabel('Nivå som underlaget visar').selectOption('3');
  await dialog.getByLabel('Rubrik').fill('Informationshanteringsplan');
  await dialog.getByLabel('Vad visar det?').fill('Planen gäller alla handlingar och följs i ärendesystemet.');
  await dialog.getByLabel('Länk').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Lämna underlag' }).click();
  await expect(dialog.getByRole('alert')).toContainText('https://');
  await expectAccessible(page);
  await dialog.getByLabel('Länk').fill('https://intranat.exempel.example/plan');
  await dialog.getByLabel('Välj filer').setInputFiles([
    { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Handlingar gallras efter tio år.') },
    { name: 'bild.png', mimeType: 'image/png', buffer: await aPicture(page) },
  ]);
  await expect(dialog.getByText(/Har kommit fram/)).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Ta bort bild.png' }).click();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/evidence-dialog-1440.png' });
  await dialog.getByRole('button', { name: 'Lämna underlag' }).click();
  await expect(row.getByText('Väntar på granskning', { exact: true })).toBeVisible();
  await expect(row.getByRole('button', { name: /^Granska/ })).toHaveCount(0);

  await signInAs(page, 'executive');
  await page.goto(`/maturity/${assessment}/scorecard?criterion=IT5`);
  await expect(row.getByText('bild.png')).toHaveCount(0);
  const file = page.waitForEvent('download');
  await row.getByRole('link', { name: 'plan.txt' }).click();
  expect(readFileSync(await (await file).path(), 'utf8')).toBe('Handlingar gallras efter tio år.');
  await row.getByRole('button', { name: /^Granska/ }).click();
  await dialog.getByRole('radio', { name: 'Styrker', exact: true }).check();
  await dialog.getByLabel('Vad granskade du, och hur?').fill('Läst, och jämförd med tjugo ärenden.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Granska' }).click();
  await expect(row.getByText('Styrkt till nivå 3')).toBeVisible();
  await expect(row.getByText(/Styrker, gäller till/)).toBeVisible();
  await expect(row.getByRole('img', { name: /Styrkt till nivå 3/ })).toBeVisible();
  await expectAccessible(page);
  await row.screenshot({ path: 'test-results/evidence-1440.png' });
});

test('the pages read in English and on a phone', async ({ page }) => {
  await signInAs(page, 'developer');
  for (const [name, path] of Object.entries({
    list: `/maturity/${assessment}/interviews`,
    quotes: `/maturity/${assessment}/quotes`,
    interview: `/interviews/${interview}`,
    scorecard: `/maturity/${assessment}/scorecard?criterion=AP4`,
  })) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    if (name === 'list') await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await page.screenshot({ path: `test-results/interview-${name}-390-en.png`, fullPage: true });
  }
});
