// SPDX-License-Identifier: EUPL-1.2
import type { CaseFile } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Tag } from '@/shared/ui';
import type { OnAct } from '../states';
import { texts } from '../texts';

type Props = { file: CaseFile; onAct: OnAct };

const can = (file: CaseFile, act: CaseFile['acts'][number]['act']) => file.acts.some((each) => each.act === act && each.possible);

/** What the clock reminds of, with the act that answers it. */
export function Prompts({ file, onAct }: Props) {
  const t = useTexts(texts);
  return (file.law?.prompts ?? []).map((prompt) => (
    <div className="notice" key={prompt.code}>
      <p>
        <LocalizedText text={prompt.message} />
      </p>
      {can(file, 'send_delay_notice') && <Button onClick={() => onAct('send_delay_notice')}>{t.acts.send_delay_notice}</Button>}
    </div>
  ));
}

/** Declared conflicts of interest: those to be ruled on stand out, those ruled on are told. */
export function Conflicts({ file, onAct }: Props) {
  const t = useTexts(texts);
  const conflicts = file.law?.conflicts ?? [];
  if (conflicts.length === 0) return null;
  return (
    <section aria-labelledby="conflicts" className="notice notice--list">
      <h2 id="conflicts" className="h3">
        {t.conflictHead}
      </h2>
      <ul>
        {conflicts.map((each) => (
          <li key={each.id}>
            <span>
              {t.conflictOf(each.user.displayName)}: {t.conflictGrounds[each.ground].toLowerCase()}. {each.note}{' '}
              <Tag mood={each.ruling ? 'info' : 'warn'}>{each.ruling ? t.conflictRulings[each.ruling] : t.conflictPending}</Tag>
            </span>
            {!each.ruling && can(file, 'rule_on_conflict') && (
              <Button onClick={() => onAct('rule_on_conflict', each.id)}>{t.acts.rule_on_conflict}</Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
