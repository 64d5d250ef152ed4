// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getLevelDecision, type LevelDecision } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Dialog, Loading, ProblemAlert } from '@/shared/ui';
import { assessmentKey } from '../../queries';
import type { Board } from '../context';
import { DecisionText } from '../detail/DecisionPart';
import { texts } from '../texts';
import { Sources } from './Sources';

/** What stood beside a criterion when it was decided, as it was kept then. */
export function SeenThen({
  board,
  decision,
  proposed,
  onClose,
}: {
  board: Board;
  decision: LevelDecision;
  proposed: boolean;
  onClose: () => void;
}) {
  const t = useTexts(texts);
  const { assessmentId } = board.scorecard;
  const kept = useQuery({
    queryKey: [...assessmentKey(assessmentId), 'decision', decision.id],
    queryFn: async ({ signal }) => (await getLevelDecision({ path: { assessmentId, decisionId: decision.id }, signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Dialog wide title={proposed ? t.proposalTitle(decision.criterion) : t.detailTitle(decision.criterion)} onClose={onClose}>
      <DecisionText decision={decision} board={board} />
      {kept.isPending && <Loading />}
      {kept.error && <ProblemAlert problem={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.data && (
        <>
          <Sources {...kept.data.sources} />
          <p className="small muted sc__hash">{t.hash(kept.data.sourcesHash)}</p>
        </>
      )}
    </Dialog>
  );
}
