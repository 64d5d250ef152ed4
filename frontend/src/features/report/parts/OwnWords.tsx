// SPDX-License-Identifier: EUPL-1.2
import type { Report, ReportSection } from '@/api';

/** The sections that a text of one's own may stand in, in the order they are read. */
export const SECTIONS: readonly ReportSection[] = ['figures', 'standing', 'why', 'targets', 'first', 'differences', 'nyttogap', 'roadmap'];

/** The text of a section, if somebody has written one. */
export const wordsOf = (report: Report, section: ReportSection): string | undefined =>
  report.sections?.find((each) => each.section === section)?.text;

/** What the figures of a section mean here, in somebody's own words. */
export function OwnWords({ text }: { text: string | undefined }) {
  return text ? <p className="ownwords">{text}</p> : null;
}
