// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { FrictionList } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Empty, Source } from '@/shared/ui';
import { type FilterSearch, narrowed } from './filter/search';
import { useCaseCount } from './queries';
import { useNote } from './text/note';
import { useSay } from './text/say';
import { sentenceOf } from './text/sentences';
import { texts } from './texts';

type Props = {
  list: FrictionList;
  filter: FilterSearch;
  mayDrill: boolean;
  /** Rank of the one that is shown in the map. */
  shown: number | undefined;
  onShow: (rank: number | undefined) => void;
};

/** The largest frictions in plain words, each with how it is counted and the way down to its cases. */
export function Sentences({ list, filter, mayDrill, shown, onShow }: Props) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const note = useNote(list.selection);
  const say = useSay();
  if (list.items.length === 0) return <Empty title={t.noFriction}>{t.noFrictionWhat}</Empty>;
  return list.items.map((friction) => {
    const sentence = sentenceOf(friction, language, say);
    const inMap = friction.edge !== undefined || friction.activity !== undefined || friction.eventClass !== undefined;
    return (
      <section className="sent" key={friction.rank}>
        <h3 className="sent__lead">{sentence.lead}</h3>
        <p>{sentence.body}</p>
        <div className="sent__foot">
          <Source
            note={note(friction.definition, { n: friction.cases, ...(friction.kind === 'rework' ? { extra: t.reworkOfWork } : {}) })}
          />
          {mayDrill && <Down logId={list.selection.logId} filter={narrowed(filter, friction.filter)} />}
          {inMap && (
            <button
              type="button"
              className="src"
              aria-pressed={shown === friction.rank}
              onClick={() => onShow(shown === friction.rank ? undefined : friction.rank)}
            >
              {t.showInMap}
            </button>
          )}
        </div>
      </section>
    );
  });
}

/** The way to the cases, with as many as there are at its end: a class or a step may hold more cases than those with time in it. */
function Down({ logId, filter }: { logId: string; filter: FilterSearch }) {
  const t = useTexts(texts);
  const { number } = useFormats();
  const { data: count } = useCaseCount(logId, filter, true);
  return (
    <Link to="/friction/$logId/cases" params={{ logId }} search={filter}>
      {count === undefined ? t.showCases : t.showThese(number(count, 0))}
    </Link>
  );
}
