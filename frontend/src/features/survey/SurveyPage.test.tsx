// SPDX-License-Identifier: EUPL-1.2
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SurveyAnswers, SurveyQuestions, SurveySession } from '@/api/gen/types.gen';
import { LanguageProvider } from '@/shared/i18n/language';
import { SurveyPage } from './SurveyPage';

const session: SurveySession = {
  assessmentName: 'Hösten 2026',
  authorityName: { sv: 'Länsstyrelsen Exempel' },
  unitName: { sv: 'Vattenenheten' },
  group: 'handlaggare',
  groupName: { sv: 'Handläggare' },
  modelTitle: { sv: 'Digital ärendehantering' },
  criteriaCount: 2,
  personalCode: false,
  answered: false,
};
const content: SurveyQuestions = {
  scale: [],
  dontKnow: { sv: 'Vet inte / berör inte mig' },
  perspectives: [{ code: 'LS', name: { sv: 'Ledning' }, description: { sv: '' } }],
  questions: ['LS1', 'LS2'].map((criterion) => ({
    criterion,
    perspective: 'LS',
    name: { sv: `Namn ${criterion}` },
    question: { sv: `Fråga om ${criterion}?` },
    levels: [1, 2, 3, 4, 5].map((level) => ({ level, text: { sv: `Mening ${level} i ${criterion}` } })),
  })),
  units: [],
};

/** The service, as far as the page sees it: what is asked, and an answer or none. */
function service(answers: Record<string, () => Response>) {
  const asked: { to: string; body: unknown }[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (to: string, init: RequestInit) => {
      asked.push({
        to: `${init.method} ${to.replace('/api/v1/survey-sessions', '')}`,
        body: init.body ? JSON.parse(String(init.body)) : undefined,
      });
      const answer = answers[asked.at(-1)?.to ?? ''];
      if (!answer) throw new TypeError('no net');
      return answer();
    }),
  );
  return asked;
}

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });
const OPEN = { 'POST ': json(201, session), 'GET /current': json(200, session), 'GET /current/questions': json(200, content) };

function show(code = '') {
  history.replaceState(null, '', code ? `/survey#${code}` : '/survey');
  vi.stubGlobal('scrollTo', () => {});
  render(
    <LanguageProvider>
      <SurveyPage />
    </LanguageProvider>,
  );
  return userEvent.setup();
}

describe('the survey', () => {
  beforeEach(() => localStorage.clear());

  it('takes the code out of the address and tells whom one answers as', async () => {
    const asked = service(OPEN);
    show('K7QF-2MZT');

    expect(await screen.findByText('Du svarar i gruppen handläggare.')).toBeInTheDocument();
    expect(asked[0]).toEqual({ to: 'POST ', body: { code: 'K7QF-2MZT' } });
    expect(location.hash).toBe('');
  });

  it('says at the field, in one sentence for all, why a typed code does not let one in', async () => {
    service({
      'GET /current': json(401, { type: '/problems/signed-out', title: 'x', status: 401 }),
      'POST ': json(404, { type: '/problems/not-found', title: 'Finns inte', status: 404 }),
    });
    const user = show();
    await user.type(await screen.findByLabelText('Kod'), 'fel kod');
    await user.click(screen.getByRole('button', { name: 'Öppna enkäten' }));

    expect(await screen.findByRole('link', { name: /Koden går inte att använda/ })).toBeInTheDocument();
    expect(screen.getByLabelText('Kod')).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByLabelText('Kod')).toHaveValue('fel kod');
  });

  it('does not go on from a question without an answer, and says what to do', async () => {
    service(OPEN);
    const user = show('K7QF');
    await user.click(await screen.findByRole('button', { name: 'Börja' }));
    await user.click(screen.getByRole('button', { name: 'Nästa' }));

    expect(screen.getByRole('alert')).toHaveTextContent('Välj den mening som stämmer bäst');
    expect(document.title).toMatch(/^Fel:/);
    expect(screen.getByRole('radio', { name: 'Mening 1 i LS1' })).toHaveFocus();
  });

  it('keeps the answers over a reload, and sends the same ones again after a lost reply', async () => {
    let replies = 0;
    const asked = service({
      ...OPEN,
      'POST /current/answers': () => {
        replies += 1;
        if (replies === 1) throw new TypeError('connection reset');
        return new Response(null, { status: 204 });
      },
    });
    const user = show('K7QF');
    await user.click(await screen.findByRole('button', { name: 'Börja' }));
    await user.click(screen.getByRole('radio', { name: 'Mening 3 i LS1' }));

    document.body.replaceChildren();
    const again = show();
    expect(await screen.findByText(/påbörjat svar på den här enheten: 1 av 2/)).toBeInTheDocument();
    await again.click(screen.getByRole('button', { name: 'Fortsätt' }));
    await again.click(screen.getByRole('radio', { name: 'Vet inte / berör inte mig' }));
    await again.click(screen.getByRole('button', { name: 'Till sammanfattningen' }));
    expect(screen.getByText('Mening 3 i LS1')).toBeInTheDocument();

    await again.click(screen.getByRole('button', { name: 'Skicka svaren' }));
    expect(await screen.findByText('Vi fick inget svar från tjänsten')).toBeInTheDocument();
    await again.click(screen.getByRole('button', { name: 'Skicka svaren' }));
    expect(await screen.findByRole('heading', { name: 'Tack, dina svar är skickade' })).toBeInTheDocument();

    const sent = asked.filter(({ to }) => to === 'POST /current/answers').map(({ body }) => body as SurveyAnswers);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]?.answers).toEqual([
      { criterion: 'LS1', level: 3, dontKnow: false },
      { criterion: 'LS2', dontKnow: true },
    ]);
    expect(localStorage.length).toBe(0);
  });

  it('lets one change an answer from the summary and come back to it', async () => {
    service(OPEN);
    const user = show('K7QF');
    await user.click(await screen.findByRole('button', { name: 'Börja' }));
    await user.click(screen.getByRole('radio', { name: 'Mening 3 i LS1' }));
    await user.click(screen.getByRole('button', { name: 'Nästa' }));
    await user.click(screen.getByRole('radio', { name: 'Mening 1 i LS2' }));
    await user.click(screen.getByRole('button', { name: 'Till sammanfattningen' }));

    const row = screen.getByText('Namn LS1').closest('li') as HTMLElement;
    await user.click(within(row).getByRole('button', { name: 'Ändra: Namn LS1' }));
    expect(screen.getByRole('radio', { name: 'Mening 3 i LS1' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Mening 5 i LS1' }));
    await user.click(screen.getByRole('button', { name: 'Till sammanfattningen' }));

    expect(screen.getByText('Mening 5 i LS1')).toBeInTheDocument();
    expect(screen.getByText(/Svaren kan inte ändras efteråt, och ingen kan se vem som har svarat vad/)).toBeInTheDocument();
  });

  it('does not send while a question is open, and says which', async () => {
    const asked = service(OPEN);
    const user = show('K7QF');
    await user.click(await screen.findByRole('button', { name: 'Börja' }));
    await user.click(screen.getByRole('radio', { name: 'Mening 3 i LS1' }));
    await user.click(screen.getByRole('button', { name: 'Nästa' }));
    history.pushState({ walk: { step: 'review' } }, '');
    dispatchEvent(new PopStateEvent('popstate'));
    await user.click(await screen.findByRole('button', { name: 'Skicka svaren' }));

    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('En fråga är inte besvarad');
    expect(alert).toHaveTextContent('Namn LS2');
    expect(asked.some(({ to }) => to === 'POST /current/answers')).toBe(false);
  });

  it('asks for the code again when the session has ended, with the answers kept', async () => {
    service({ ...OPEN, 'POST /current/answers': json(401, { type: '/problems/signed-out', title: 'x', status: 401 }) });
    const user = show('K7QF');
    await user.click(await screen.findByRole('button', { name: 'Börja' }));
    for (const name of ['LS1', 'LS2']) {
      await user.click(screen.getByRole('radio', { name: `Mening 2 i ${name}` }));
      await user.click(screen.getByRole('button', { name: name === 'LS1' ? 'Nästa' : 'Till sammanfattningen' }));
    }
    await user.click(screen.getByRole('button', { name: 'Skicka svaren' }));

    await user.type(await screen.findByLabelText('Kod'), 'k7qf');
    await user.click(screen.getByRole('button', { name: 'Öppna enkäten' }));
    expect(await screen.findByText(/påbörjat svar på den här enheten: 2 av 2/)).toBeInTheDocument();
  });

  it('offers a new try when the net is gone, and then goes on with the code of the address', async () => {
    const answers: Record<string, () => Response> = {};
    const asked = service(answers);
    const user = show('K7QF');
    const retry = await screen.findByRole('button', { name: 'Försök igen' });
    Object.assign(answers, OPEN);
    await user.click(retry);

    await waitFor(() => expect(screen.getByRole('button', { name: 'Börja' })).toBeInTheDocument());
    expect(asked.filter(({ to }) => to === 'POST ').map(({ body }) => body)).toEqual([{ code: 'K7QF' }, { code: 'K7QF' }]);
  });
});
