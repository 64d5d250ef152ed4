// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, signInAs, test } from './test';

test.use({ demo: true });

const MARK = String(Date.now());

/** What is handled: the type, the documents it needs before a decision, and how it ends. */
const CASES = [
  {
    type: 'vattenverksamhet-anmalan',
    subject: `Trumma under vägen ${MARK}`,
    documents: ['Karta', 'Ritningar och teknisk beskrivning'],
    decision: 'Beslut i anmälningsärendet',
    outcome: 'no_action',
    outside: true,
    otherUnit: false,
  },
  {
    type: 'forprovning-djurstall',
    subject: `Nytt stall för mjölkkor ${MARK}`,
    documents: ['Planritning', 'Sektionsritning'],
    decision: 'Godkännande',
    outcome: 'granted',
    outside: false,
    otherUnit: true,
  },
  {
    type: 'fornlamning-ingrepp',
    subject: `Ledning genom boplats ${MARK}`,
    documents: ['Plan eller situationsplan i skala'],
    decision: 'Tillstånd',
    outcome: 'granted',
    outside: false,
    otherUnit: true,
  },
] as const;

/** A browser of one's own, signed in. */
async function browserOf(browser: Browser, root: string, person: Parameters<typeof signInAs>[1]): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: root, viewport: { width: 1440, height: 984 } })).newPage();
  await signInAs(page, person);
  return page;
}

/** Presses an act and gives its dialog. */
async function act(page: Page, name: string) {
  await page.getByRole('region', { name: 'Gör härnäst' }).getByRole('button', { name, exact: true }).click();
  return page.getByRole('dialog');
}

/** Presses an act and confirms it as it stands. */
async function confirm(page: Page, name: string) {
  const dialog = await act(page, name);
  await dialog.getByRole('button', { name, exact: true }).last().click();
  await expect(dialog).toHaveCount(0);
}

async function lastDay(page: Page) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Sista dag', { exact: true }).fill('+14');
  await dialog.getByLabel('Sista dagen får vara en helgdag').check();
}

/** Whoever was asked has answered. */
async function answer(page: Page, from: string) {
  const waits = page.getByRole('region', { name: 'Vad ärendet väntar på' });
  await waits.getByRole('button', { name: `Registrera svar från ${from}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Registrera svar' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('three people take three cases of different types from the inbox to closed', async ({ browser, baseURL }) => {
  test.setTimeout(150_000);
  const root = baseURL ?? '';
  const registrar = await browserOf(browser, root, 'registrar');
  const officer = await browserOf(browser, root, 'officer');
  const decisionMaker = await browserOf(browser, root, 'decisionMaker');
  const units = await (await registrar.request.get('/api/v1/units')).json();
  const unit = units.items.find((each: { code: string }) => each.code === 'VAT').name.sv as string;

  for (const each of CASES) {
    const received = await registrar.request.post('/api/v1/inbox-items', {
      headers: { 'Idempotency-Key': crypto.randomUUID(), Origin: root },
      data: {
        channel: 'email',
        subject: each.subject,
        sender: 'Exempelgårdens samfällighet',
        senderKind: 'organisation',
        suggestedTypeKey: each.type,
      },
    });
    expect(received.status()).toBe(201);
    await registrar.goto(`/inbox?item=${(await received.json()).id}`);
    await expect(registrar.getByRole('article').getByRole('heading', { name: each.subject })).toBeVisible();
    await registrar.keyboard.press('Enter');
    await expect(registrar.getByLabel('Rubrik', { exact: true })).toBeFocused();
    await registrar.keyboard.press('Control+Enter');
    const number = (await registrar.locator('.bignumber').textContent()) ?? '';

    await registrar.goto(`/cases?query=${number}`);
    await registrar.getByRole('row').filter({ hasText: each.subject }).getByRole('link').first().click();
    await expect(registrar.getByRole('heading', { level: 1 })).toHaveText(each.subject);
    const address = new URL(registrar.url()).pathname;
    const assigning = await act(registrar, 'Fördela');
    await assigning.getByLabel('Enhet').selectOption({ label: unit });
    // In the case's own unit the suggestions stand first; in another each officer's load stands beside the name.
    const officers = assigning.getByLabel(/^(Handläggare|Någon annan)/);
    const named = await officers.locator('option', { hasText: 'Åsa Figurgren' }).textContent();
    await officers.selectOption({ label: named ?? '' });
    if (each.otherUnit) await assigning.getByLabel('Skäl').fill('Åsa Figurgren har handlagt platsen förut.');
    await assigning.getByRole('button', { name: 'Fördela' }).click();
    await expect(registrar.locator('.casefacts')).toContainText('Fördelat');

    await officer.goto('/cases/mine');
    await officer.goto(address);
    await confirm(officer, 'Påbörja handläggning');
    if (each.outside) {
      const supplement = await act(officer, 'Begär komplettering');
      await supplement.getByLabel('Vad behöver kompletteras?').fill('Karta och ritning i skala 1:200');
      await lastDay(officer);
      await supplement.getByRole('button', { name: 'Begär komplettering' }).click();
      await expect(officer.locator('.casefacts')).toContainText('Väntar på komplettering');
      await answer(officer, 'Exempelgårdens samfällighet');
    }
    for (const document of each.documents) {
      const adding = await act(officer, 'Lägg till handling');
      await adding.getByLabel('Vilken av ärendetypens handlingar?').selectOption({ label: document });
      await adding.getByRole('button', { name: 'Lägg till handling' }).click();
      await expect(adding).toHaveCount(0);
    }
    if (each.outside) {
      const referral = await act(officer, 'Remittera');
      await referral.getByLabel('Remissinstanser').fill('Exempelstads kommun');
      await referral.getByLabel('Fråga').fill('Påverkas fisket?');
      await lastDay(officer);
      await referral.getByRole('button', { name: 'Remittera' }).click();
      await answer(officer, 'Exempelstads kommun');
      await act(officer, 'Kommunicera');
      await lastDay(officer);
      await officer.getByRole('dialog').getByRole('button', { name: 'Kommunicera' }).click();
      await answer(officer, 'Exempelgårdens samfällighet');
      await expectAccessible(officer);
      await officer.screenshot({ path: 'test-results/case-day-heard.png', fullPage: true });
    }
    const proposal = await act(officer, 'Föreslå beslut');
    await proposal.getByLabel('Slag av beslut').selectOption({ label: each.decision });
    await proposal.getByLabel('Utgång').selectOption(each.outcome);
    await proposal.getByLabel('Vad beslutas?').fill('Ansökan tillgodoses.');
    await proposal.getByLabel('Skälen för beslutet').fill('Åtgärden är liten och följer reglerna.');
    await proposal.getByLabel('Bestämmelser som har tillämpats').fill('Den bestämmelse som ärendet gäller');
    if (!each.outside) {
      await proposal.getByLabel('Behöver parterna inte höras?').selectOption({ label: 'Uppenbart obehövligt' });
      await proposal.getByLabel('Motivera undantaget').fill('Beslutet är helt i linje med ansökan.');
    }
    await proposal.getByRole('button', { name: 'Föreslå beslut' }).click();
    await expect(proposal).toHaveCount(0);

    await decisionMaker.goto(address);
    const signing = await act(decisionMaker, 'Besluta');
    await signing.getByLabel('Ditt lösenord').fill('bara-for-demo');
    await signing.getByRole('button', { name: 'Underteckna' }).click();
    await expect(decisionMaker.locator('.casefacts')).toContainText('Beslutat');

    await officer.goto(address);
    await confirm(officer, 'Expediera');
    await expect(officer.locator('.casefacts')).toContainText('Expedierat');
    await registrar.goto(address);
    await confirm(registrar, 'Avsluta');
    await expect(registrar.locator('.casefacts')).toContainText('Avslutat');

    const developer = await browserOf(browser, root, 'manager');
    await shownInFriction(developer, address.split('/').at(-1) ?? '');
    await developer.context().close();
  }
  await registrar.screenshot({ path: 'test-results/case-day-closed.png', fullPage: true });
  for (const page of [registrar, officer, decisionMaker]) await page.context().close();
});

/** The case, closed, is among the cases that the figures of friction lead to. */
async function shownInFriction(page: Page, caseId: string) {
  const logs = await (await page.request.get('/api/v1/event-logs')).json();
  const own = logs.items.find((each: { kind: string }) => each.kind === 'own').id as string;
  const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await expect
    .poll(async () => {
      let cursor: string | undefined;
      do {
        const path = `/api/v1/event-logs/${own}/cases?closedOnly=true&limit=100&from=${today}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
        const found = await (await page.request.get(path)).json();
        if (found.items.some((each: { caseId?: string }) => each.caseId === caseId)) return true;
        cursor = found.next;
      } while (cursor);
      return false;
    })
    .toBe(true);
}

test('the ten commonest acts are one key away, and what is written is sent with one more', async ({ page }) => {
  await signInAs(page, 'officer');
  const mine = await (await page.request.get('/api/v1/my-cases?limit=100')).json();
  const possible = new Map<string, string>();
  for (const { id } of mine.items as { id: string }[]) {
    const file = await (await page.request.get(`/api/v1/cases/${id}`)).json();
    for (const each of file.acts as { act: string; possible: boolean }[])
      if (each.possible && !possible.has(each.act)) possible.set(each.act, id);
  }
  for (const [key, act] of [
    ['s', 'start'],
    ['a', 'add_note'],
    ['h', 'add_record'],
    ['u', 'add_task'],
    ['c', 'request_supplement'],
    ['m', 'communicate'],
    ['t', 'refer'],
    ['g', 'settle_recipient'],
    ['p', 'propose'],
    ['w', 'close'],
  ] as const) {
    const id = possible.get(act);
    expect(id, `a case in which ${act} is possible`).toBeTruthy();
    await page.goto(`/cases/${id}`);
    await expect(page.getByRole('region', { name: 'Gör härnäst' })).toBeVisible();
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog'), act).toBeVisible();
    await expect(page.getByRole('dialog').locator(':focus'), act).toHaveCount(1);
    if (act === 'add_note') {
      await page.getByRole('dialog').getByLabel('Anteckning', { exact: true }).fill(`Ringde sökanden ${MARK}`);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('region', { name: 'Anteckningar' })).toContainText(`Ringde sökanden ${MARK}`);
    }
  }
});
