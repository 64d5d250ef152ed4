// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useState } from 'react';
import type { WorkshopInvitation, WorkshopOwnVote, WorkshopSession } from '@/api/gen/types.gen';
import { asProblem, type ProblemError } from '@/api/problem';
import { putBackCode, takeCode, useCodeInAddress } from '@/shared/door/addressCode';
import { useTexts } from '@/shared/i18n/texts';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { call } from '../call';
import { type Live, useLive } from '../live';
import { texts } from '../texts';
import type { OwnBoard } from './BoardStep';
import { CodeStep } from './CodeStep';
import { GroupStep } from './GroupStep';
import { PhoneFrame } from './PhoneFrame';
import { RoomSteps } from './RoomSteps';

const SESSION = '/workshop-sessions/current';
const EVENTS = '/api/v1/workshop-sessions/current/events';

type State =
  | { at: 'loading' }
  | { at: 'code'; isOver: boolean }
  | { at: 'group'; code: string; invitation: WorkshopInvitation }
  | { at: 'failed'; problem: ProblemError }
  | { at: 'in'; session: WorkshopSession };

/** What a participant meets: the way in, then whatever the room is at. */
export function PhonePage() {
  const t = useTexts(texts);
  const [state, setState] = useState<State>({ at: 'loading' });

  const lookUp = useCallback(async (code: string) => {
    const invitation = await call<WorkshopInvitation>('POST', '/workshop-invitations', { code });
    setState({ at: 'group', code, invitation });
  }, []);

  const begin = useCallback(async () => {
    const code = takeCode();
    setState({ at: 'loading' });
    const session = await call<WorkshopSession>('GET', SESSION).catch((thrown: unknown) => asProblem(thrown));
    try {
      // Who is in stays in, also when the code is opened again; only the code of another workshop leads on.
      const isIn = 'view' in session && (!code || session.view.code === code.toUpperCase());
      if (isIn) setState({ at: 'in', session });
      else if (code) await lookUp(code);
      else if ('view' in session || session.status === 401) setState({ at: 'code', isOver: false });
      else throw session;
    } catch (thrown) {
      const problem = asProblem(thrown);
      const isRefused = [400, 401, 404].includes(problem.status);
      setState(isRefused ? { at: 'code', isOver: false } : { at: 'failed', problem });
      if (code && !isRefused) putBackCode(code);
    }
  }, [lookUp]);

  useCodeInAddress(begin);

  switch (state.at) {
    case 'loading':
      return (
        <main className="phone ws" aria-busy="true">
          <h1 className="vh">{t.title}</h1>
          <p role="status" className="muted">
            {t.loading}
          </p>
        </main>
      );
    case 'failed':
      return (
        <PhoneFrame title={t.title} page="failed">
          <ProblemAlert problem={state.problem} onRetry={() => void begin()} />
        </PhoneFrame>
      );
    case 'code':
      return <CodeStep isOver={state.isOver} onCode={lookUp} />;
    case 'group':
      return (
        <GroupStep
          invitation={state.invitation}
          onJoin={async (group) => {
            const session = await call<WorkshopSession>('POST', '/workshop-sessions', { code: state.code, ...(group ? { group } : {}) });
            setState({ at: 'in', session });
          }}
        />
      );
    case 'in':
      return <InTheRoom session={state.session} onOver={() => setState({ at: 'code', isOver: true })} />;
  }
}

/** Follows the room, and knows one's own vote. */
function InTheRoom({ session, onOver }: { session: WorkshopSession; onOver: () => void }) {
  const [own, setOwn] = useState<WorkshopOwnVote | undefined>(session.ownVote);
  const [group, setGroup] = useState({ code: session.group, name: session.groupName });
  const [ownBoard, setOwnBoard] = useState<OwnBoard>(session);
  const { live, isLost } = useLive({
    events: EVENTS,
    read: async () => {
      const read = await call<WorkshopSession>('GET', SESSION);
      // What has been sent from here meanwhile is the later one.
      setOwn((old) => (old && read.ownVote && old.attempt > read.ownVote.attempt ? old : (read.ownVote ?? old)));
      setGroup({ code: read.group, name: read.groupName });
      setOwnBoard(read);
      return read.view;
    },
    onRefused: onOver,
  });
  const shown: Live = live ?? { view: session.view, timerAt: performance.now() };
  return (
    <RoomSteps live={shown} group={group} own={own} ownTest={session.ownTestVote} ownBoard={ownBoard} onVoted={setOwn} isLost={isLost} />
  );
}
