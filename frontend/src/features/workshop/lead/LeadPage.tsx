// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { actInWorkshop, asProblem, getWorkshopScreen, showWorkshopTestQuestion, type WorkshopDesk, type WorkshopMove } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Loading, notify, Page, ProblemAlert } from '@/shared/ui';
import { type Live, useLive } from '../live';
import { AgendaPart } from './AgendaPart';
import { AsidePart } from './AsidePart';
import { BoardPart } from './board/BoardPart';
import { DonePart } from './DonePart';
import { QuestionPart } from './QuestionPart';
import { deskQuery } from './queries';
import { texts } from './texts';
import './lead.css';

/** What a facilitator does; where the workshop stands is added by the page. */
export type Act = (move: Omit<WorkshopMove, 'expectedState' | 'round' | 'version'>) => Promise<void>;

/** The facilitator's page: the agenda, the question with its one next button, and what the room needs. */
export function LeadPage() {
  const t = useTexts(texts);
  const { moment } = useFormats();
  const { workshopId = '' } = useParams({ strict: false });
  const queryClient = useQueryClient();
  const desk = useQuery(deskQuery(workshopId));
  const { data } = desk;
  const { live, isLost } = useLive({
    events: `/api/v1/workshops/${workshopId}/events`,
    read: async () => (await getWorkshopScreen({ path: { workshopId } })).data,
    onRefused: () => void desk.refetch(),
    onNews: () => void desk.refetch(),
  });
  return (
    <Page
      title={t.lead}
      {...(data ? { purpose: t.leadPurpose(data.view.name, moment(data.startsAt), (live ?? data).view.progress.joined) } : {})}
      crumbs={[
        { text: t.maturity, to: '/maturity' },
        ...(data
          ? [
              { text: data.assessmentName, to: `/maturity/${data.assessmentId}` },
              { text: t.workshops, to: `/maturity/${data.assessmentId}/workshops` },
            ]
          : []),
      ]}
      actions={
        data && (
          <>
            <Link to="/workshops/$workshopId/protocol" params={{ workshopId }} className={buttonClass()}>
              {t.protocol}
            </Link>
            <a href={`/m/screen/${workshopId}`} target="_blank" rel="noreferrer" className={buttonClass()}>
              {t.openScreen}
            </a>
          </>
        )
      }
    >
      {data ? (
        <Desk
          desk={data}
          live={
            live && live.view.version >= data.view.version ? live : { view: data.view, timerAt: desk.dataUpdatedAt ? performance.now() : 0 }
          }
          isLost={isLost}
          onDesk={(next) => queryClient.setQueryData(deskQuery(workshopId).queryKey, next)}
          onOld={() => void desk.refetch()}
        />
      ) : desk.error ? (
        <ProblemAlert problem={desk.error} onRetry={() => void desk.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

type Props = { desk: WorkshopDesk; live: Live; isLost: boolean; onDesk: (desk: WorkshopDesk) => void; onOld: () => void };

function Desk({ desk, live, isLost, onDesk, onOld }: Props) {
  const t = useTexts(texts);
  const [problem, setProblem] = useState<unknown>();
  const { id, state, round, version } = desk.view;
  const act = useCallback<Act>(
    async (move) => {
      setProblem(undefined);
      try {
        const { data } = await actInWorkshop({ path: { workshopId: id }, body: { ...move, expectedState: state, round, version } });
        onDesk(data);
      } catch (thrown) {
        const isMoved = asProblem(thrown).status === 409;
        if (isMoved) onOld();
        // A form keeps what is in it, and shows what was wrong; a button has only this place.
        if (move.action === 'decide' || move.action === 'park') throw thrown;
        if (isMoved) {
          notify(t.moved);
          return;
        }
        setProblem(thrown);
      }
    },
    [id, state, round, version, onDesk, onOld, t.moved],
  );
  const test = async (shown: boolean) => {
    setProblem(undefined);
    try {
      const { data } = await showWorkshopTestQuestion({
        path: { workshopId: id },
        body: { shown, expectedState: state, round, version },
      });
      onDesk(data);
    } catch (thrown) {
      if (asProblem(thrown).status !== 409) return setProblem(thrown);
      onOld();
      notify(t.moved);
    }
  };
  return (
    <>
      <div role="status">{isLost && <p className="facil__lost">{t.lost}</p>}</div>
      {problem !== undefined && <ProblemAlert problem={problem} focusKey={1} />}
      <div className="facil">
        <AgendaPart desk={desk} onAct={act} />
        <section aria-labelledby="question">
          <QuestionPart desk={desk} live={live} onAct={act} onTest={test} />
          <BoardPart desk={desk} live={live} onDesk={onDesk} onOld={onOld} />
          <DonePart desk={desk} />
        </section>
        <AsidePart desk={desk} live={live} onAct={act} onWritten={onOld} />
      </div>
    </>
  );
}
