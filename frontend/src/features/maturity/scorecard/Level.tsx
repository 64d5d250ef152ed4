// SPDX-License-Identifier: EUPL-1.2
import type { LevelDecision } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Icon } from '@/shared/ui';
import type { TargetMark } from '../queries';
import { texts } from './texts';

/** A level: always the figure, on its step of the one hue. */
export function Level({ level }: { level: number }) {
  return <span className={`lvl lvl--${level}`}>{level}</span>;
}

/** Where a criterion stands and where it is going. */
export function DecidedAndTarget({ decision, target }: { decision: LevelDecision | undefined; target: TargetMark | undefined }) {
  const t = useTexts(texts);
  if (!decision) return <span className="small muted">{t.notDecided}</span>;
  if (decision.level === undefined) return <span className="small muted">{t.notApplicable}</span>;
  if (!target) {
    return (
      <span className="lvlstep">
        <Level level={decision.level} />
      </span>
    );
  }
  if (target.level <= decision.level) {
    return (
      <span className="lvlstep">
        <Level level={decision.level} />
        <span className="small muted">{t.reached}</span>
      </span>
    );
  }
  return (
    <span className="lvlstep">
      <span className="vh">{t.fromTo(decision.level, target.level)}</span>
      <span className="lvlstep" aria-hidden="true">
        <Level level={decision.level} />
        <Icon name="right" />
        <Level level={target.level} />
      </span>
    </span>
  );
}
