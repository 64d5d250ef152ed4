// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { CaseTypeVersionDetail } from '@/api';
import { LocalizedText, useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Icon } from '@/shared/ui';
import { definitionOf, nameAt, partOf } from './definition';
import { texts } from './texts';

/** Where in a configuration a pointer leads, in words: the part, and the nearest thing with a name. */
export function usePlace(): (definition: unknown, pointer: string) => string {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (definition, pointer) => {
    const name = nameAt(definition, pointer, language);
    const part = t.parts[partOf(pointer)];
    return name ? `${part}, ${name}` : part;
  };
}

/** What stands in the way of publishing a draft, each with a way to where it is written. */
export function Remaining({ detail, onGo }: { detail: CaseTypeVersionDetail; onGo?: (pointer: string) => void }) {
  const t = useTexts(texts);
  const place = usePlace();
  const mayChange = detail.acts.some((each) => each.act === 'change');
  if (detail.faults.length === 0) {
    return (
      <p className="missing missing--none">
        <Icon name="check" /> {t.ready}
      </p>
    );
  }
  return (
    <section className="missing" aria-labelledby="remaining">
      <h2 id="remaining" className="h3">
        {t.remaining(detail.faults.length)}
      </h2>
      <ul>
        {detail.faults.map((fault) => {
          const where = place(definitionOf(detail), fault.pointer);
          return (
            <li key={`${fault.pointer}${fault.code}${fault.message.sv}`}>
              <Icon name="warning" />
              <span>
                {onGo ? (
                  <button type="button" className="linkbtn" onClick={() => onGo(fault.pointer)}>
                    {where}
                  </button>
                ) : mayChange ? (
                  <Link
                    to="/case-types/$typeId/versions/$version/edit"
                    params={{ typeId: detail.id, version: String(detail.version.version) }}
                    search={{ part: partOf(fault.pointer) }}
                  >
                    {where}
                  </Link>
                ) : (
                  <b>{where}</b>
                )}
                : <LocalizedText text={fault.message} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
