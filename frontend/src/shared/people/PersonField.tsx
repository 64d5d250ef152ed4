// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { findOwners, type UserRef } from '@/api';
import { Field } from '../form';
import { useTexts } from '../i18n/texts';
import { texts } from './texts';

type Props = { at: string; label: string; optional?: boolean; value: UserRef | undefined; onValue: (owner: UserRef | undefined) => void };

/** Somebody of the authority, found by name (WAI-ARIA combobox with a list). */
export function PersonField({ at, label, optional = false, value, onValue }: Props) {
  const t = useTexts(texts);
  const list = useId();
  const [written, setWritten] = useState(value?.displayName ?? '');
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const search = written.trim();
  const { data: people } = useQuery({
    queryKey: ['people', search],
    queryFn: async ({ signal }) => (await findOwners({ query: search ? { query: search } : {}, signal })).data.items,
    enabled: open,
    staleTime: 60_000,
  });
  const choose = (person: UserRef) => {
    onValue(person);
    setWritten(person.displayName);
    setOpen(false);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!people || !open) {
      if (event.key === 'ArrowDown') setOpen(true);
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setMarked((at) => (at + (event.key === 'ArrowDown' ? 1 : -1) + people.length) % Math.max(people.length, 1));
    } else if (event.key === 'Enter' && people[marked]) {
      event.preventDefault();
      choose(people[marked]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <Field at={at} label={label} hint={t.hint} optional={optional}>
      {(control) => (
        <div className="combo">
          <input
            className="input"
            type="text"
            {...control}
            role="combobox"
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={open && people?.[marked] ? `${list}-${people[marked].id}` : undefined}
            autoComplete="off"
            value={written}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKey}
            onChange={(event) => {
              setWritten(event.target.value);
              setMarked(0);
              setOpen(true);
              onValue(undefined);
            }}
          />
          <div id={list} role="listbox" aria-label={label} className="combo__list" hidden={!open}>
            {people?.map((person, index) => (
              <div
                key={person.id}
                id={`${list}-${person.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === marked}
                className="combo__option"
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(person);
                }}
              >
                {person.displayName} {person.title && <span className="muted small">{person.title}</span>}
              </div>
            ))}
            {people?.length === 0 && <p className="combo__none small muted">{t.none}</p>}
          </div>
        </div>
      )}
    </Field>
  );
}
