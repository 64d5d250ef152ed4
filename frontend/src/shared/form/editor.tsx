// SPDX-License-Identifier: EUPL-1.2
import './editor.css';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/texts';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { texts } from '../ui/texts';
import { SelectField, TextArea, TextField } from './fields';

type TextsProps = {
  at: string;
  label: string;
  value: Readonly<Record<string, string>>;
  onValue: (value: Record<string, string>) => void;
  locales: readonly string[];
  long?: boolean;
  maxLength?: number;
};

/** A text in each of its languages, side by side. */
export function TextsField({ at, label, value, onValue, locales, long = false, maxLength = 200 }: TextsProps) {
  const t = useTexts(texts);
  const Input = long ? TextArea : TextField;
  return (
    <div className="fieldpair">
      {locales.map((locale) => (
        <Input
          key={locale}
          at={`${at}/${locale}`}
          label={t.inLanguage(label, locale)}
          lang={locale}
          maxLength={maxLength}
          value={value[locale] ?? ''}
          onValue={(text) => onValue({ ...value, [locale]: text })}
        />
      ))}
    </div>
  );
}

type NumberProps = { at: string; label: string; hint?: string; value: number | undefined; onValue: (value: number) => void };

/** A number; what is no number is kept as nothing, which the service tells. */
export function NumberField({ at, label, hint, value, onValue }: NumberProps) {
  return (
    <TextField
      at={at}
      label={label}
      hint={hint}
      inputMode="decimal"
      value={value === undefined || Number.isNaN(value) ? '' : String(value)}
      onValue={(written) => onValue(written.trim() === '' ? Number.NaN : Number(written.replace(',', '.')))}
    />
  );
}

type ChoiceProps = {
  at: string;
  label: string;
  hint?: string;
  words: object;
  value: string;
  onValue: (value: string) => void;
  empty?: string;
};

/** One of the words of a catalogue. */
export function ChoiceField({ words, ...field }: ChoiceProps) {
  const options = Object.entries(words).map(([value, text]) => ({ value, text: String(text) }));
  const known = field.value === '' || options.some(({ value }) => value === field.value);
  return <SelectField {...field} options={known ? options : [...options, { value: field.value, text: field.value }]} />;
}

type ItemsProps<T> = {
  at: string;
  items: readonly T[];
  onItems: (items: T[]) => void;
  titleOf: (item: T) => string;
  blank: T;
  add: string;
  children: (item: T, set: (item: T) => void, at: string) => ReactNode;
};

const moved = <T,>(items: readonly T[], from: number, by: -1 | 1): T[] => {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(from + by, 0, item);
  return next;
};

/** Things in an order: each a small form of its own that opens, with ways to move, remove and add. */
export function Items<T>({ at, items, onItems, titleOf, blank, add, children }: ItemsProps<T>) {
  const t = useTexts(texts);
  const put = (index: number, item: T) => onItems(items.map((each, other) => (other === index ? item : each)));
  return (
    <div>
      {items.map((item, index) => {
        const title = titleOf(item) || t.newThing;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what names it while its own key is being written
          <details className="formitem" key={index}>
            <summary>{title}</summary>
            <div className="fieldstack">
              {children(item, (next) => put(index, next), `${at}/${index}`)}
              <div className="actbar field">
                {index > 0 && (
                  <Button small look="quiet" onClick={() => onItems(moved(items, index, -1))}>
                    <Icon name="up" /> {t.moveUp}
                    <span className="vh">: {title}</span>
                  </Button>
                )}
                {index < items.length - 1 && (
                  <Button small look="quiet" onClick={() => onItems(moved(items, index, 1))}>
                    <Icon name="down" /> {t.moveDown}
                    <span className="vh">: {title}</span>
                  </Button>
                )}
                <Button small look="quiet" onClick={() => onItems(items.filter((_, other) => other !== index))}>
                  <Icon name="cross" /> {t.remove}
                  <span className="vh">: {title}</span>
                </Button>
              </div>
            </div>
          </details>
        );
      })}
      <p className="field">
        <Button icon="plus" onClick={() => onItems([...items, blank])}>
          {add}
        </Button>
      </p>
    </div>
  );
}
