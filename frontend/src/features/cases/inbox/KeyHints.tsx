// SPDX-License-Identifier: EUPL-1.2
import { shortcutsOn } from '@/shared/hooks/useShortcut';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from './texts';

/** What the keys do in the inbox, for those who use them. */
export function KeyHints({ choosing }: { choosing: boolean }) {
  const t = useTexts(texts);
  if (!shortcutsOn()) return null;
  const keys: [string[], string][] = [
    [['J', 'K'], t.keyMove],
    [['Enter'], t.keyRegister],
    [['L'], t.keyLink],
    [['T'], t.keyTrivial],
    [['M'], t.keyMisdirected],
    [['S'], t.keySpam],
    [['A'], t.keyDay],
    [['N'], t.keyReceive],
    [['X'], t.keySelect],
  ];
  if (choosing) keys.push([['B'], t.keyBatch]);
  return (
    <p className="row small muted hide-s keyhints">
      {keys.map(([names, what]) => (
        <span key={what}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}{' '}
          {what}
        </span>
      ))}
      <span>{t.keysOff}</span>
    </p>
  );
}
