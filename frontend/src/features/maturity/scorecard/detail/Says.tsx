// SPDX-License-Identifier: EUPL-1.2
import type { CriterionFlag, DontKnowBand, GroupRating, GroupResponse, RoleGap } from '@/api';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Source } from '@/shared/ui';
import { useWords } from '../../groups';
import { GroupIcon } from '../GroupShape';
import { Level } from '../Level';
import { groupsNote } from '../notes';
import { gapSentence, span } from '../reading';
import { texts } from '../texts';
import { useCoefficient } from './values';

type Props = {
  rated: readonly GroupRating[];
  roleGaps: readonly RoleGap[];
  flags: readonly CriterionFlag[];
  /** How many answered; absent where a kept picture of the sources is shown. */
  groups?: readonly GroupResponse[];
};

/** What each group says, each by itself; only what its number of answers allows (SCORING §4). */
export function Says({ rated, roleGaps, flags, groups = [] }: Props) {
  const t = useTexts(texts);
  const words = useWords();
  const census = rated.filter((rating) => rating.census).map((rating) => words.group(rating.group).toLocaleLowerCase('sv'));
  return (
    <>
      <ul className="plain dists">
        {rated.map((rating) => (
          <li className="dist" key={rating.group}>
            <GroupName group={rating.group} groups={groups} />
            <Rating rating={rating} />
            {rating.level === undefined ? (
              <span />
            ) : (
              <span>
                <span className="vh">{t.groupLevel(rating.level)}</span>
                <span aria-hidden="true">
                  <Level level={rating.level} />
                </span>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Figures rated={rated} />
      <p className="small muted sc__note">
        <Bands rated={rated} /> {census.length > 0 && `${t.censusWhat(census.join(', '))} `}
        {t.fromTen} <Source note={groupsNote(t)} />
      </p>
      <Gaps roleGaps={roleGaps} />
      {flags
        .filter(({ flag }) => flag === 'divided' || flag === 'dont_know')
        .map((flag) => (
          <p className="note note--warn small sc__flag" key={`${flag.flag}${flag.group}${flag.otherGroup}`}>
            <LocalizedText text={flag.text} />
          </p>
        ))}
    </>
  );
}

function GroupName({ group, groups }: { group: string; groups: readonly GroupResponse[] }) {
  const words = useWords();
  const pick = usePick();
  const known = groups.find((one) => one.group === group);
  return (
    <span className="nowrap">
      <GroupIcon group={group} /> {known ? pick(known.name) : words.group(group)}
    </span>
  );
}

function Rating({ rating }: { rating: GroupRating }) {
  const t = useTexts(texts);
  const words = useWords();
  if (rating.shown === 'joint') {
    return <span className="muted">{rating.level === undefined ? t.notPlaced : t.joint}</span>;
  }
  if (rating.shown === 'distribution' && rating.distribution) {
    const parts = rating.distribution.filter(({ count }) => count > 0);
    return (
      <div className="distbar" role="img" aria-label={t.distribution(parts.map(({ level, count }) => t.atLevel(level, count)).join(', '))}>
        {parts.map(({ level, count }) => (
          <i key={level} className={`lvl--${level}`} style={{ flex: count }}>
            {isWide(count, parts) ? count : ''}
          </i>
        ))}
      </div>
    );
  }
  if (rating.level !== undefined && rating.agreementWord) {
    const answers = t.answers(rating.count === undefined ? t.bandFrom5 : String(rating.count));
    return (
      <span className="muted">{t.levelAndWord(answers, rating.level, words.agreement[rating.agreementWord].toLocaleLowerCase('sv'))}</span>
    );
  }
  return <span className="muted">{rating.shown === 'not_closed' ? t.notClosed : words.tooFew}</span>;
}

const NARROWEST = 0.1;

/** Whether a part of the bar has room for its figure. */
const isWide = (count: number, parts: readonly { count: number }[]) =>
  count / parts.reduce((sum, part) => sum + part.count, 0) >= NARROWEST;

/** Agreement in figures, for groups of ten answers and more. */
function Figures({ rated }: { rated: readonly GroupRating[] }) {
  const t = useTexts(texts);
  const words = useWords();
  const coefficient = useCoefficient();
  const rows = rated.filter((rating) => rating.agreement !== undefined);
  if (rows.length === 0) return null;
  return (
    <table className="table table--dense sc__figures">
      <caption className="vh">{t.agreement}</caption>
      <thead>
        <tr>
          <th scope="col">{t.group}</th>
          <th scope="col">{t.agreement}</th>
          <th scope="col" className="num">
            A
          </th>
          <th scope="col" className="num">
            {t.interval}
          </th>
          <th scope="col" className="num">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((rating) => (
          <tr key={rating.group}>
            <th scope="row">{words.group(rating.group)}</th>
            <td>{rating.agreementWord && words.agreement[rating.agreementWord]}</td>
            <td className="num">{coefficient(rating.agreement ?? 0)}</td>
            <td className="num">
              {rating.census
                ? t.census
                : rating.intervalLow === undefined || rating.intervalHigh === undefined
                  ? t.none
                  : span(rating.intervalLow, rating.intervalHigh)}
            </td>
            <td className="num">{rating.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many cannot say, in bands: once where all groups are alike, otherwise per group. */
function Bands({ rated }: { rated: readonly GroupRating[] }) {
  const t = useTexts(texts);
  const words = useWords();
  const known = rated.flatMap(({ group, dontKnowBand }) => (dontKnowBand ? [{ group, band: dontKnowBand }] : []));
  if (known.length === 0) return null;
  const bands = new Set<DontKnowBand>(known.map(({ band }) => band));
  const [only] = bands;
  if (bands.size === 1 && only) return t.dontKnow(t.band[only]);
  return t.dontKnow(known.map(({ group, band }) => `${words.group(group).toLocaleLowerCase('sv')} ${t.band[band]}`).join(', '));
}

/** Pairs of groups that clearly differ, with how much. */
function Gaps({ roleGaps }: { roleGaps: readonly RoleGap[] }) {
  const t = useTexts(texts);
  const words = useWords();
  const coefficient = useCoefficient();
  const flagged = roleGaps.filter((gap) => gap.flagged);
  if (flagged.length === 0) return null;
  return (
    <>
      <p className="small sc__sub">
        <b>{t.gaps}</b>
      </p>
      <ul className="plain small">
        {flagged.map((gap) => (
          <li key={`${gap.group}${gap.otherGroup}`}>
            {gapSentence(gap, words, t)}{' '}
            <span className="muted">
              ({t.gapSize(t.magnitude[gap.magnitude])}
              {gap.delta !== undefined && `, δ ${coefficient(gap.delta)}`})
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
