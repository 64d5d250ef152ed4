// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { aPicture, expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './test';

test.use({ demo: true });
test.describe.configure({ mode: 'serial' });

const SUBJECT = `Brygga vid Provudden ${Date.now()}`;
let address = '';

/** A case of the officer's that is under way, made over the API. */
async function aCaseUnderWay(page: Page): Promise<string> {
  const post = async (path: string, data: unknown, version?: number) => {
    const answer = await page.request.post(`/api/v1${path}`, {
      data,
      headers: {
        'Idempotency-Key': crypto.randomUUID(),
        ...(version ? { 'If-Match': `"${version}"` } : {}),
        Origin: new URL(page.url()).origin,
      },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  await signInAs(page, 'registrar');
  await page.goto('/cases/mine');
  let file = await post('/cases', {
    caseTypeKey: 'vattenverksamhet-anmalan',
    subject: SUBJECT,
    publicSubject: 'Brygga',
    channel: 'email',
    receivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    recordTitle: 'Anmälan',
  });
  await signInAs(page, 'manager');
  const officers = await (await page.request.get('/api/v1/case-officers')).json();
  const officer = officers.items.find((each: { user: { displayName: string } }) => each.user.displayName === 'Åsa Figurgren');
  file = await post(`/cases/${file.id}/assignment`, { unitId: officer.unitId, officerId: officer.user.id, reason: 'Prov' }, file.version);
  await signInAs(page, 'officer');
  await post(`/cases/${file.id}/start`, undefined, file.version);
  return `/cases/${file.id}`;
}

async function open(page: Page) {
  await signInAs(page, 'officer');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SUBJECT);
  return page.getByRole('region', { name: 'Handlingar' });
}

test('files are dropped, sent with progress and registered with a number each', async ({ page }) => {
  address = await aCaseUnderWay(page);
  const records = await open(page);
  await records.getByRole('button', { name: 'Lägg till filer' }).click();
  await records.getByLabel('Välj filer').setInputFiles([
    { name: 'situationsplan_v2.png', mimeType: 'image/png', buffer: await aPicture(page) },
    { name: 'ansokan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<!DOCTYPE html><html><body>Hej</body></html>') },
  ]);
  await expect(records.getByText('Har kommit fram.')).toBeVisible();
  await expect(records.getByText('Karantän: innehållet är något annat än namnet säger')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/records-add-1440.png', fullPage: true });

  await records.getByRole('button', { name: 'Registrera 2 handlingar' }).click();

  await expect(page.getByRole('status').filter({ hasText: '2 handlingar är registrerade.' })).toBeVisible();
  await expect(records.getByRole('button', { name: 'situationsplan v2' })).toBeVisible();
  await expect(records.getByText('Karantän: innehållet är något annat än namnet säger')).toBeVisible();
});

test('a record is downloaded, given a new version and made final', async ({ page }) => {
  const records = await open(page);
  await records.getByRole('button', { name: 'situationsplan v2' }).click();
  const download = page.waitForEvent('download');
  await records.getByRole('link', { name: 'Hämta situationsplan_v2.png' }).click();
  const path = await (await download).path();
  expect((await readFile(path)).subarray(1, 4).toString()).toBe('PNG');

  await records.getByLabel('Ny version').setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Ny plan') });
  await expect(records.getByText('Version 2')).toBeVisible();
  await records.getByRole('button', { name: 'Gör slutlig' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Gör slutlig' }).click();

  await expect(page.getByRole('status').filter({ hasText: 'Handlingen är slutlig.' })).toBeVisible();
  await expect(records.getByRole('button', { name: 'Ny version' })).toBeHidden();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/records-1440.png', fullPage: true });
});

test('a copy is redacted by numbers alone, and another by dragging', async ({ page }) => {
  const records = await open(page);
  await records.getByRole('button', { name: 'situationsplan v2' }).click();
  await records.getByRole('button', { name: 'Maskera situationsplan_v2.png' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Gör kopian' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Markera minst en yta.');
  await expect(dialog.getByRole('img', { name: 'Sida 1 av 1' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Lägg till yta' }).click();
  await dialog.getByLabel('Bredd, %').fill('80');
  await dialog.getByLabel('Grund för maskeringen').fill('21 kap. 1 § OSL');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/records-redact-1440.png' });
  await dialog.getByRole('button', { name: 'Gör kopian' }).click();
  await expect(records.getByRole('link', { name: 'Hämta situationsplan_v2-maskerad.pdf' })).toBeVisible();

  await records.getByRole('button', { name: 'Maskera situationsplan_v2.png' }).click();
  const image = await dialog.getByRole('img', { name: 'Sida 1 av 1' }).boundingBox();
  if (!image) throw new Error('no page');
  await page.mouse.move(image.x + 20, image.y + 20);
  await page.mouse.down();
  await page.mouse.move(image.x + 200, image.y + 90);
  await page.mouse.up();
  await expect(dialog.getByRole('group', { name: 'Yta 1, sida 1' })).toBeVisible();
});

test('what is withheld though it is harmless is released by two persons', async ({ page }) => {
  let records = await open(page);
  await records.getByRole('button', { name: 'ansokan', exact: true }).click();
  await records.getByRole('button', { name: 'Föreslå att filen släpps ansokan.pdf' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Föreslå att filen släpps' }).click();
  await expect(dialog.getByText('Ange skälet.').first()).toBeVisible();
  await dialog.getByLabel('Skäl').fill('E-tjänstens kvitto, som vi själva gör.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Föreslå att filen släpps' }).click();
  await expect(records.getByText('Väntar på att någon annan bekräftar.')).toBeVisible();
  await expect(records.getByRole('button', { name: 'Släpp filen ansokan.pdf' })).toHaveCount(0);
  await page.screenshot({ path: 'test-results/records-release-1440.png', fullPage: true });

  await signInAs(page, 'manager');
  await page.goto(address);
  records = page.getByRole('region', { name: 'Handlingar' });
  await expect(records.getByText('Väntar på beslut om att släppas')).toBeVisible();
  await records.getByRole('button', { name: 'ansokan', exact: true }).click();
  await records.getByRole('button', { name: 'Släpp filen ansokan.pdf' }).click();
  await dialog.getByRole('button', { name: 'Släpp filen' }).click();

  await expect(records.getByRole('link', { name: 'Hämta ansokan.pdf' })).toBeVisible();
  await expect(records.getByText(/föreslog .* E-tjänstens kvitto, som vi själva gör\. Släppt av Vera Mönsterholm/)).toBeVisible();
  await expect(records.getByText('Karantän: innehållet är något annat än namnet säger').first()).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/records-released-1440.png', fullPage: true });
});

test('it all reads on a phone, in English too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  let records = await open(page);
  await records.getByRole('button', { name: 'situationsplan v2' }).click();
  await records.getByRole('button', { name: 'Lägg till filer' }).click();
  await expectNoSidewaysScroll(page);
  await records.screenshot({ path: 'test-results/records-390.png' });
  await page.evaluate(() => localStorage.setItem('malbild.language', 'en'));
  await page.reload();
  records = page.getByRole('region', { name: /Records|Handlingar/ });
  await records.getByRole('button', { name: 'situationsplan v2' }).click();
  await records.getByRole('button', { name: 'ansokan', exact: true }).click();
  await expect(records.getByText(/proposed its release .* Released by/)).toBeVisible();
  await expectNoSidewaysScroll(page);
  await records.screenshot({ path: 'test-results/records-en-390.png' });
});
