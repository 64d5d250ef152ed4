// SPDX-License-Identifier: EUPL-1.2
import type { WorkshopBoard, WorkshopSession } from '@/api/gen/types.gen';
import { useTexts } from '@/shared/i18n/texts';
import { TopList } from '../TopList';
import { texts } from '../texts';
import { DotsStep } from './DotsStep';
import { IdeaStep } from './IdeaStep';
import { PhoneFrame } from './PhoneFrame';

/** What somebody had sent when the page was opened. */
export type OwnBoard = Pick<WorkshopSession, 'ownDots' | 'ideasLeft'>;

type Props = { board: WorkshopBoard; own: OwnBoard; place: string; isLost: boolean };

/** "Stop, start, keep" on a phone, whatever phase it is in. */
export function BoardStep({ board, own, place, isLost }: Props) {
  const t = useTexts(texts);
  switch (board.phase) {
    case 'notes':
      return <IdeaStep left={own.ideasLeft} place={place} isLost={isLost} />;
    case 'vote':
      return <DotsStep board={board} own={own.ownDots} place={place} isLost={isLost} />;
    case 'shown':
      return (
        <PhoneFrame title={t.topTitle} place={place} page="top" isLost={isLost}>
          <TopList top={board.top ?? []} />
        </PhoneFrame>
      );
    default:
      return (
        <PhoneFrame title={t.sorting} place={place} page="sort" isLost={isLost}>
          <p className="ws__lead">{t.sortingWhat}</p>
        </PhoneFrame>
      );
  }
}
