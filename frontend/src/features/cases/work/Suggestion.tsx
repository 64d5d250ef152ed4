// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { listCaseOfficersOptions, suggestOfficersOptions } from '@/api/queries';
import { SelectField } from '@/shared/form';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Loading, ProblemAlert, Source } from '@/shared/ui';
import { texts } from './texts';

const SHOWN = 5;

type Props = {
  caseId: string;
  /** Identity of the officer chosen; empty = nobody yet. */
  value: string;
  onValue: (officerId: string) => void;
};

/** Who could take a case, best first and each with its reasons; or anybody else. A field of a form: `/officerId`. */
export function Suggestion({ caseId, value, onValue }: Props) {
  const t = useTexts(texts);
  const group = useId();
  const { data, error, isPending } = useQuery(suggestOfficersOptions({ path: { caseId } }));
  const { data: officers } = useQuery(listCaseOfficersOptions());
  const people = data?.items.slice(0, SHOWN) ?? [];
  const isSuggested = people.some(({ user }) => user.id === value);
  return (
    <>
      <fieldset className="field suggestions">
        <legend className="label">{t.suggestion}</legend>
        <div className="hint">
          {t.suggestionHint} {data && <LocalizedText text={data.rule.explanation} />}{' '}
          <Source note={{ title: t.loadTitle, definition: t.loadDefinition, formula: t.loadFormula, source: t.source }} />
        </div>
        {isPending && <Loading lines={3} />}
        {error && <ProblemAlert problem={error} />}
        {data && people.length === 0 && <p className="muted">{t.noSuggestion}</p>}
        {people.map(({ user, explanation }) => (
          <label className="check suggestions__one" key={user.id}>
            <input type="radio" name={group} value={user.id} checked={user.id === value} onChange={() => onValue(user.id)} />
            <span>
              <b>{user.displayName}</b>
              <span className="small muted">
                <LocalizedText text={explanation} />
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <SelectField
        at="/officerId"
        label={t.somebodyElse}
        empty={t.choose}
        options={(officers?.items ?? []).map(({ user }) => ({ value: user.id, text: user.displayName }))}
        value={isSuggested ? '' : value}
        onValue={onValue}
        optional
      />
    </>
  );
}
