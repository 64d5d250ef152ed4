// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { InboxItem } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { texts } from './texts';

/** What may be the same matter. Never in the way of anything. */
export function Hints({ item, onLink }: { item: InboxItem; onLink: () => void }) {
  const t = useTexts(texts);
  if (item.hints.length === 0) return null;
  return (
    <aside className="note note--warn inbox__hints" aria-labelledby="inbox-hints">
      <h3 id="inbox-hints">{t.hints}</h3>
      <p className="small muted">{t.hintsWhat}</p>
      <ul className="plain">
        {item.hints.map((hint) => (
          <li key={hint.id}>
            {hint.kind === 'case' ? (
              <Link to="/cases/$caseId" params={{ caseId: hint.id }} search={{}}>
                {hint.number}
              </Link>
            ) : (
              <Link to="/inbox" search={{ item: hint.id }}>
                {t.hintItem}
              </Link>
            )}{' '}
            {hint.subject}{' '}
            <span className="muted small">
              {hint.arrivalDate}, {hint.because.map((likeness) => t.likeness[likeness]).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {item.outcome === 'waiting' && item.hints.some((hint) => hint.kind === 'case') && (
        <Button small onClick={onLink}>
          {t.link}
        </Button>
      )}
    </aside>
  );
}
