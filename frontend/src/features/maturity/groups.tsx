// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { assessmentQuery } from './queries';
import { words as catalogue, FIXED_GROUPS, type Words } from './words';

/** A group and what it is called. */
export type NamedGroup = { group: string; name: Record<string, string> };

const NONE: readonly NamedGroup[] = [];
const Groups = createContext(NONE);

/** What the groups of the assessment in sight are called; also those of its own, whose codes say little. */
export function GroupNames({ groups, children }: { groups: readonly NamedGroup[]; children: ReactNode }) {
  return <Groups.Provider value={groups}>{children}</Groups.Provider>;
}

/** The same on a page of an assessment, by its address. */
export function AssessmentGroupNames({ children }: { children: ReactNode }) {
  const { assessmentId = '' } = useParams({ strict: false });
  const assessment = useQuery(assessmentQuery(assessmentId));
  return <GroupNames groups={assessment.data?.groups ?? NONE}>{children}</GroupNames>;
}

/** The words of the feature, with the names of the assessment's own groups. */
export function useWords(): Words {
  const words = useTexts(catalogue);
  const pick = usePick();
  const groups = useContext(Groups);
  return useMemo(() => {
    const own = new Map(groups.filter(({ group }) => !isFixed(group)).map(({ group, name }) => [group, pick(name)]));
    return {
      ...words,
      group: (code: string) => own.get(code) ?? words.group(code),
      theGroup: (code: string) => words.theGroupNamed(code, own.get(code)),
    };
  }, [words, pick, groups]);
}

const isFixed = (group: string) => FIXED_GROUPS.some((one) => one === group);
