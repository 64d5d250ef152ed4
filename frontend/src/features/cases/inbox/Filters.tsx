// SPDX-License-Identifier: EUPL-1.2
import { useTexts } from '@/shared/i18n/texts';
import { Chip, Chips } from '@/shared/ui';
import { texts as common } from '../texts';
import { CHANNELS, type InboxSearch, OUTCOMES } from './queries';
import { texts } from './texts';

type Props = { search: InboxSearch; waiting: number | undefined; onChange: (part: Partial<InboxSearch>) => void };

/** Which items are shown; all of it in the address. */
export function Filters({ search, waiting, onChange }: Props) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <section className="filters filters__row" aria-label={t.filters}>
      <label>
        <span className="vh">{t.outcome}</span>
        <select
          className="select select--sm"
          value={search.outcome ?? 'waiting'}
          onChange={(event) =>
            onChange({
              outcome: event.target.value === 'waiting' ? undefined : (event.target.value as InboxSearch['outcome']),
              late: undefined,
              item: undefined,
              act: undefined,
            })
          }
        >
          {OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcome === 'waiting' && waiting !== undefined ? `${t.outcomes[outcome]} (${waiting})` : t.outcomes[outcome]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="vh">{t.channel}</span>
        <select
          className="select select--sm"
          value={search.channel ?? ''}
          onChange={(event) =>
            onChange({ channel: (event.target.value || undefined) as InboxSearch['channel'], item: undefined, act: undefined })
          }
        >
          <option value="">{t.anyChannel}</option>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {words.channels[channel]}
            </option>
          ))}
        </select>
      </label>
      {search.outcome === undefined && (
        <Chips label={t.filters}>
          <Chip pressed={search.late === true} onPress={() => onChange({ late: search.late ? undefined : true, item: undefined })}>
            {t.onlyLate}
          </Chip>
        </Chips>
      )}
    </section>
  );
}
