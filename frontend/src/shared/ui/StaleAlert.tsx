// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n/texts';
import { Button } from './Button';
import { texts } from './texts';

/** One thing of two versions. */
export type Difference = { label: string; before: string; now: string };

type Props = {
  /** What differs between the version one read and the version now. */
  differences: readonly Difference[];
  /** Sends the same again, on top of the version now. */
  onKeep: () => void;
  /** Lets go of what was typed and shows the version now. */
  onDrop: () => void;
};

/** Somebody else was first (412): both versions side by side, and what was typed is kept until one chooses. */
export function StaleAlert({ differences, onKeep, onDrop }: Props) {
  const t = useTexts(texts);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="error-summary error-summary--warn" role="alert" tabIndex={-1} ref={box}>
      <h2 className="h3">{t.stale}</h2>
      <p>{t.staleWhat}</p>
      {differences.length > 0 && (
        <table className="table table--dense">
          <thead>
            <tr>
              <th scope="col">{t.staleField}</th>
              <th scope="col">{t.staleBefore}</th>
              <th scope="col">{t.staleNow}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={difference.label}>
                <th scope="row">{difference.label}</th>
                <td>{difference.before}</td>
                <td>{difference.now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="actbar">
        <Button onClick={onKeep}>{t.staleKeep}</Button>
        <Button look="quiet" onClick={onDrop}>
          {t.staleDrop}
        </Button>
      </div>
    </div>
  );
}
