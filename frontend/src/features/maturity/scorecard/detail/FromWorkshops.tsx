// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { CriterionCard, WorkshopRatings } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { defineTexts, useTexts } from '@/shared/i18n/texts';
import { words as catalogue } from '../../words';
import { GroupIcon } from '../GroupShape';
import { Level } from '../Level';

const texts = defineTexts(
  {
    title: 'I arbetsmöten',
    held: (day: string, round: number) => `${day}, omgång ${round}`,
    what: 'Så blev sista omgången när den visades i rummet. Svaren läggs inte ihop med enkätens.',
    shared: 'Alla i en grupp',
    votes: (count: number) => `${count} svar`,
    few: '5–9 svar',
    said: (votes: string, level: number, word: string) => `${votes}: nivå ${level}, ${word}`,
    row: (groups: string) => `Arbetsmöte: ${groups}`,
  },
  {
    title: 'In workshops',
    held: (day: string, round: number) => `${day}, round ${round}`,
    what: 'The last round as it was shown in the room. The votes are not added to those of the survey.',
    shared: 'All in one group',
    votes: (count: number) => `${count} votes`,
    few: '5–9 votes',
    said: (votes: string, level: number, word: string) => `${votes}: level ${level}, ${word}`,
    row: (groups: string) => `Workshop: ${groups}`,
  },
);

/** What workshops that have ended said of a criterion, by group, as it was shown; beside the survey and never added to it. */
export function FromWorkshops({ workshops }: { workshops: readonly WorkshopRatings[] | undefined }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  if (!workshops || workshops.length === 0) return null;
  return (
    <>
      <h3 className="sc__srchead sc__decided">{t.title}</h3>
      {workshops.map((held) => (
        <div key={held.workshopId} className="sc__held">
          <p className="small">
            <Link to="/workshops/$workshopId/protocol" params={{ workshopId: held.workshopId }}>
              {held.workshopName}
            </Link>
            , {t.held(date(held.heldAt), held.result.round)}
          </p>
          <Groups held={held} />
        </div>
      ))}
      <p className="small muted sc__note">{t.what}</p>
    </>
  );
}

function Groups({ held }: { held: WorkshopRatings }) {
  const t = useTexts(texts);
  const words = useTexts(catalogue);
  return (
    <ul className="plain dists">
      {held.result.groups.map((each) => (
        <li className="dist" key={each.group}>
          <span className="nowrap">
            {each.group !== 'gemensam' && <GroupIcon group={each.group} />}{' '}
            {each.group === 'gemensam' ? t.shared : <LocalizedText text={each.name} />}
          </span>
          <span className="muted">
            {each.level === undefined
              ? words.tooFew
              : t.said(
                  each.count === undefined ? t.few : t.votes(each.count),
                  each.level,
                  each.agreementWord ? words.agreement[each.agreementWord].toLocaleLowerCase('sv') : '',
                )}
          </span>
          <span>{each.level !== undefined && <Level level={each.level} />}</span>
        </li>
      ))}
    </ul>
  );
}

/** The latest workshop in one line of the row: the groups whose level may be shown. */
export function WorkshopLine({ card }: { card: CriterionCard }) {
  const t = useTexts(texts);
  const pick = usePick();
  const shown = card.workshops?.[0]?.result.groups.filter(({ level }) => level !== undefined) ?? [];
  if (shown.length === 0) return null;
  const name = ({ group, name: named }: (typeof shown)[number]) => (group === 'gemensam' ? t.shared : pick(named));
  return (
    <>
      <br />
      <span className="muted">{t.row(shown.map((each) => `${name(each).toLocaleLowerCase('sv')} ${each.level}`).join(', '))}</span>
    </>
  );
}
