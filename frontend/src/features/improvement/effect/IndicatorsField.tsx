// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { IndicatorChoice } from '@/api';
import { getMaturityModelOptions } from '@/api/queries';
import { SelectField } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { effectTexts } from './texts';

/** An indicator as it is being chosen; `''` = not yet. */
export type Chosen = { indicator: string; change: 'up' | 'down' };

/** Only what has been chosen, each once. */
export function choicesOf(chosen: readonly Chosen[]): IndicatorChoice[] {
  return chosen.filter((each, at) => each.indicator && chosen.findIndex((other) => other.indicator === each.indicator) === at);
}

/** What should move and which way; choosing an indicator proposes the way that is better by the model. */
export function IndicatorsField({ chosen, onChosen }: { chosen: readonly Chosen[]; onChosen: (chosen: Chosen[]) => void }) {
  const t = useTexts(effectTexts);
  const pick = usePick();
  const { data: model } = useQuery(getMaturityModelOptions());
  const indicators = model?.indicators ?? [];
  const set = (at: number, next: Chosen) => onChosen(chosen.map((each, index) => (index === at ? next : each)));
  return (
    <fieldset className="field">
      <legend className="label">{t.indicators}</legend>
      <span className="hint">{t.indicatorsHint}</span>
      {chosen.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place
        <div className="lines" key={at}>
          <SelectField
            at={`/indicators/${at}/indicator`}
            label={t.indicator}
            empty={t.chooseIndicator}
            value={each.indicator}
            onValue={(indicator) => {
              const better = indicators.find((one) => one.code === indicator)?.direction;
              set(at, { indicator, change: better === 'higher' ? 'up' : better === 'lower' ? 'down' : each.change });
            }}
            options={indicators.map((one) => ({ value: one.code, text: pick(one.name) }))}
          />
          <SelectField
            at={`/indicators/${at}/change`}
            label={t.which}
            value={each.change}
            onValue={(change) => set(at, { ...each, change: change === 'up' ? 'up' : 'down' })}
            options={[
              { value: 'up', text: t.up },
              { value: 'down', text: t.down },
            ]}
          />
        </div>
      ))}
      {chosen.length < 5 && (
        <Button small icon="plus" onClick={() => onChosen([...chosen, { indicator: '', change: 'down' }])}>
          {t.addIndicator}
        </Button>
      )}
    </fieldset>
  );
}
