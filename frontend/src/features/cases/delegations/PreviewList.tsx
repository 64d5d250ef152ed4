// SPDX-License-Identifier: EUPL-1.2
import type { DelegationPreview } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Tag } from '@/shared/ui';
import { useHolder } from './holder';
import { texts } from './texts';

const MOOD = { added: 'ok', already: undefined, lacks_role: 'warn' } as const;

/** Whom a delegation is for and what it does for each, and what there already is of the same. */
export function PreviewList({ preview }: { preview: DelegationPreview }) {
  const t = useTexts(texts);
  const holder = useHolder();
  const { number } = useFormats();
  const hidden = preview.peopleTotal - preview.people.length;
  return (
    <>
      <h3>{t.changes}</h3>
      {preview.people.length === 0 && <p>{t.nobody}</p>}
      <ul className="plain delegation__people">
        {preview.people.map(({ user, effect }) => (
          <li key={user.id}>
            <b>{user.displayName}</b> <Tag mood={MOOD[effect]}>{t.effects[effect]}</Tag>
          </li>
        ))}
        {hidden > 0 && <li className="muted">{t.more(hidden)}</li>}
      </ul>
      {preview.alike.length > 0 && (
        <>
          <h3>{t.alike}</h3>
          <ul>
            {preview.alike.map((each) => (
              <li key={each.id}>
                {holder(each)}
                {each.amountLimit && `, ${t.upTo(number(each.amountLimit))}`}, {t.states[each.state].toLowerCase()}. {each.documentRef}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
