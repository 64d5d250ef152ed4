// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { asProblem } from '@/api/problem';
import { useTexts } from '../i18n/texts';
import { Button } from './Button';
import { texts } from './texts';

type Props = {
  problem: unknown;
  /** Takes focus whenever this changes and is not 0. */
  focusKey?: number;
  onRetry?: (() => void) | undefined;
};

/** What the API could not do, why, and what to do about it. */
export function ProblemAlert({ problem: thrown, focusKey = 0, onRetry }: Props) {
  const t = useTexts(texts);
  const problem = asProblem(thrown);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusKey > 0) box.current?.focus();
  }, [focusKey]);
  const title = problem.isUnreachable ? t.unreachable : (problem.problem?.title ?? t.unexpected);
  const detail = problem.isUnreachable ? t.unreachableWhat : (problem.problem?.detail ?? (problem.problem ? undefined : t.unexpectedWhat));
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 className="h3">{title}</h2>
      {detail && <p>{detail}</p>}
      {problem.faults.length > 0 && (
        <ul>
          {problem.faults.map((fault) => (
            <li key={`${fault.pointer}${fault.code}${fault.message}`}>{fault.message}</li>
          ))}
        </ul>
      )}
      {problem.status >= 500 && problem.problem && <p className="small muted">{t.trace(problem.problem.traceId)}</p>}
      {onRetry && (
        <p>
          <Button small onClick={onRetry}>
            {t.retry}
          </Button>
        </p>
      )}
    </div>
  );
}
