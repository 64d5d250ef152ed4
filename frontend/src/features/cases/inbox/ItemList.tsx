// SPDX-License-Identifier: EUPL-1.2
import type { InboxItemSummary } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Tag } from '@/shared/ui';
import { texts as common } from '../texts';
import { texts } from './texts';

type Props = {
  items: readonly InboxItemSummary[];
  shown: string | undefined;
  chosen: readonly string[];
  onOpen: (itemId: string) => void;
  onChoose: (itemId: string) => void;
};

/** The items, each with a box to choose it and a button to read it. */
export function ItemList({ items, shown, chosen, onOpen, onChoose }: Props) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const { dayMonth } = useFormats();
  return (
    <ul className="plain inboxitems">
      {items.map((item) => (
        <li key={item.id} aria-current={item.id === shown || undefined}>
          {item.outcome === 'waiting' && (
            <input
              type="checkbox"
              aria-label={t.select(item.subject)}
              checked={chosen.includes(item.id)}
              onChange={() => onChoose(item.id)}
            />
          )}
          <button type="button" className="inboxlink" data-item={item.id} onClick={() => onOpen(item.id)}>
            <span className="inboxlink__top">
              <span>{words.channels[item.channel]}</span>
              <span className="num">
                {item.late ? <Tag mood="alarm">{`${t.isLate} · ${dayMonth(item.receivedAt)}`}</Tag> : dayMonth(item.receivedAt)}
              </span>
            </span>
            <b>{item.subject}</b>
            <span className="muted small">
              {item.caseNumber ?? item.sender ?? t.noSender}
              {item.suggestedTypeName && (
                <>
                  {' · '}
                  <LocalizedText text={item.suggestedTypeName} />
                </>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
