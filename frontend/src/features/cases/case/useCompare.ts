// SPDX-License-Identifier: EUPL-1.2
import type { CaseFile } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import type { Difference } from '@/shared/ui';
import { texts } from '../texts';

/** Tells what differs between the case as one read it and as it is now, in words. */
export function useCompare(): (before: CaseFile, now: CaseFile) => Difference[] {
  const t = useTexts(texts);
  const faces: [string, (file: CaseFile) => string][] = [
    [t.differs.state, (file) => t.states[file.state]],
    [t.differs.officer, (file) => file.officer?.displayName ?? t.noOfficer],
    [t.differs.waits, (file) => file.waits.map((wait) => t.waits[wait]).join(', ') || t.differs.none],
    [t.differs.records, (file) => file.records.at(-1)?.title ?? t.differs.none],
    [t.differs.notes, (file) => file.notes[0]?.text ?? t.differs.none],
    [t.differs.decisions, (file) => file.decisions.map((decision) => t.decisionStates[decision.state]).join(', ') || t.differs.none],
  ];
  return (before, now) =>
    faces.map(([label, face]) => ({ label, before: face(before), now: face(now) })).filter((face) => face.before !== face.now);
}
