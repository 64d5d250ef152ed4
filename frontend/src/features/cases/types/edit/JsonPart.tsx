// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useTexts } from '@/shared/i18n/texts';
import { announce, Button } from '@/shared/ui';
import type { Definition } from '../definition';
import { texts } from '../texts';

type Props = {
  definition: Definition;
  text: string | undefined;
  onText: (text: string | undefined) => void;
  onUse: (definition: Definition) => void;
};

/** The whole configuration as text, for what no form of the editor covers. What cannot be read stays as it was typed. */
export function JsonPart({ definition, text, onText, onUse }: Props) {
  const t = useTexts(texts);
  const [wrong, setWrong] = useState<string>();
  const shown = text ?? JSON.stringify(definition, null, 2);
  const use = () => {
    try {
      const read: unknown = JSON.parse(shown);
      if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new SyntaxError('{ … }');
      setWrong(undefined);
      onUse(read as Definition);
      announce(t.jsonUsed);
    } catch (thrown) {
      setWrong(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  return (
    <div className="field">
      <label className="label" htmlFor="whole-json">
        {t.parts.json}
      </label>
      <span className="hint" id="whole-json-hint">
        {t.jsonHint}
      </span>
      {wrong && (
        <p className="error-text" role="alert" id="whole-json-fault">
          {t.jsonWrong(wrong)}
        </p>
      )}
      <textarea
        id="whole-json"
        className="input typejson"
        spellCheck={false}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? 'whole-json-hint whole-json-fault' : 'whole-json-hint'}
        value={shown}
        onChange={(event) => onText(event.target.value)}
      />
      <p className="field">
        <Button onClick={use}>{t.jsonUse}</Button>
      </p>
    </div>
  );
}
