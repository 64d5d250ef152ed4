// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { getHome, useMay, useMe } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Loading, ProblemAlert, useTitle } from '@/shared/ui';
import { HowItGoes } from './parts/HowItGoes';
import { Loop } from './parts/Loop';
import { NextSteps } from './parts/NextSteps';
import { Todo } from './parts/Todo';
import './home.css';
import { texts } from './texts';

const NOON = 10;
const EVENING = 18;

/** The start page, by role: what to do now, how it goes, what is next. */
export function HomePage() {
  const t = useTexts(texts);
  const me = useMe();
  const { longDate, week } = useFormats();
  const {
    data: home,
    error,
    refetch,
  } = useQuery({ queryKey: ['home'], queryFn: async ({ signal }) => (await getHome({ signal })).data, staleTime: 0 });
  const name = me.user.displayName.split(' ')[0] ?? me.user.displayName;
  const hour = new Date().getHours();
  const greeting = hour < NOON ? t.morning(name) : hour < EVENING ? t.day(name) : t.evening(name);
  useTitle(greeting);
  const urgent = home?.todo.filter((task) => task.urgency === 'overdue' || task.urgency === 'today').length ?? 0;
  const today = home ? `${capital(longDate(home.today))}, ${week(home.today)}. ` : '';
  return (
    <>
      <div className="pagehead">
        <div>
          <h1 tabIndex={-1}>{greeting}</h1>
          <p>{home && today + (home.todoCount === 0 ? t.nothing : t.waits(home.todoCount, urgent))}</p>
        </div>
        <div className="pagehead__act">
          <MainAct />
        </div>
      </div>
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {!home && !error && <Loading />}
      {home && (
        <>
          <div className="home">
            <Todo home={home} />
            <Loop loop={home.loop} />
          </div>
          <HowItGoes figures={home.figures} />
          <NextSteps home={home} />
        </>
      )}
    </>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The one thing this role most often begins with. */
function MainAct() {
  const t = useTexts(texts);
  const may = useMay();
  if (may('event-log:manage')) return <Act to="/friction/import" text={t.main.import} />;
  if (may('case:register')) return <Act to="/cases/new" text={t.main.register} />;
  if (may('case:edit')) return <Act to="/cases/mine" text={t.main.mine} />;
  return may('target:read') ? <Act to="/targets" text={t.main.targets} /> : null;
}

function Act({ to, text }: { to: string; text: string }) {
  return (
    <Link to={to as '/'} className={buttonClass('primary')}>
      {text}
    </Link>
  );
}
