// SPDX-License-Identifier: EUPL-1.2
import { type KeyboardEvent, type ReactNode, useId } from 'react';

type Tab<K extends string> = { key: K; text: string; content: ReactNode };

/** Tabs with one tab stop; arrows, Home and End move. Which is open is the page's to know (the URL). */
export function Tabs<K extends string>({
  label,
  tabs,
  open,
  onOpen,
}: {
  label: string;
  tabs: readonly Tab<K>[];
  open: K;
  onOpen: (key: K) => void;
}) {
  const id = useId();
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex((tab) => tab.key === open);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!tab) return;
    event.preventDefault();
    onOpen(tab.key);
    document.getElementById(`${id}-${tab.key}`)?.focus();
  };
  const shown = tabs.find((tab) => tab.key === open);
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab.key === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === open ? 0 : -1}
            onClick={() => onOpen(tab.key)}
          >
            {tab.text}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${open}`}>
        {shown?.content}
      </div>
    </>
  );
}

/** A switch between a few ways to see the same thing. */
export function Seg<K extends string>({
  label,
  options,
  chosen,
  onChoose,
}: {
  label: string;
  options: readonly { key: K; text: string }[];
  chosen: K;
  onChoose: (key: K) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own borders and no better name
    <div className="seg" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.key} type="button" aria-pressed={option.key === chosen} onClick={() => onChoose(option.key)}>
          {option.text}
        </button>
      ))}
    </div>
  );
}
