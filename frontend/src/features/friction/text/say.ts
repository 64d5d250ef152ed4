// SPDX-License-Identifier: EUPL-1.2
import { createContext, useCallback, useContext } from 'react';
import type { EventLogKind } from '@/api';
import { caseWords } from '@/shared/caseWords';
import { useTexts } from '@/shared/i18n/texts';

/** Whether the log looked at is the authority's own: its steps and channels have words of ours, those of a file are as they are. */
export const LogKindContext = createContext<EventLogKind>('imported');

/** What a step is called. */
export function useSay(): (activity: string) => string {
  const { activities } = useTexts(caseWords);
  const isOwn = useContext(LogKindContext) === 'own';
  return useCallback(
    (activity) => (isOwn && Object.hasOwn(activities, activity) ? activities[activity as keyof typeof activities] : activity),
    [isOwn, activities],
  );
}

/** What a value of an attribute is called, where it has no label of its own. */
export function useSayValue(): (attribute: string, value: string) => string {
  const { channels } = useTexts(caseWords);
  const isOwn = useContext(LogKindContext) === 'own';
  return (attribute, value) =>
    isOwn && attribute === 'channel' && Object.hasOwn(channels, value) ? channels[value as keyof typeof channels] : value;
}
