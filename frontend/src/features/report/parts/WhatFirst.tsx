// SPDX-License-Identifier: EUPL-1.2
import type { ReportContent } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from '../texts';
import { OwnWords } from './OwnWords';
import { SourceRefs } from './Sources';

const FIRST = 3;

/** What first, for who has a minute: the first recommendations by name. */
export function WhatFirst({ content, words }: { content: ReportContent; words: string | undefined }) {
  const t = useTexts(texts);
  return (
    <section aria-labelledby="what-first">
      <h2 id="what-first">{t.whatFirst}</h2>
      <OwnWords text={words} />
      {content.first.length === 0 && <p className="muted">{t.noFirst}</p>}
      <ol>
        {content.first.slice(0, FIRST).map((each) => (
          <li key={each.code}>
            <b>
              <LocalizedText text={each.title} />
            </b>
            <SourceRefs ids={each.sourceIds} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What first, in full: the top recommendations with what they take, and what is on the roadmap. */
export function Recommendations({ content, words }: { content: ReportContent; words: string | undefined }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  return (
    <section aria-labelledby="recommendations">
      <h2 id="recommendations">{t.recommendations}</h2>
      {content.first.length === 0 ? (
        <p className="muted">{t.noFirst}</p>
      ) : (
        <table className="table table--dense">
          <caption className="vh">{t.recommendations}</caption>
          <thead>
            <tr>
              <th scope="col">{t.doThis}</th>
              <th scope="col">{t.succeedIf}</th>
              <th scope="col">{t.lifts}</th>
            </tr>
          </thead>
          <tbody>
            {content.first.map((each) => (
              <tr key={each.code}>
                <th scope="row">
                  {each.position}. <LocalizedText text={each.title} />
                  <SourceRefs ids={each.sourceIds} />
                </th>
                <td>
                  {each.successFactors.map((factor) => (
                    <span key={factor.sv}>
                      <LocalizedText text={factor} />{' '}
                    </span>
                  ))}
                </td>
                <td>{each.criteria.map((criterion) => criterion.criterion).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <OwnWords text={words} />
      {content.roadmap.length > 0 && (
        <table className="table table--dense">
          <caption>{t.roadmap}</caption>
          <thead>
            <tr>
              <th scope="col">{t.action}</th>
              <th scope="col">{t.owner}</th>
              <th scope="col">{t.when}</th>
            </tr>
          </thead>
          <tbody>
            {content.roadmap.map((item) => (
              <tr key={item.id}>
                <th scope="row">
                  <LocalizedText text={item.title} />
                  <SourceRefs ids={item.sourceIds} />
                </th>
                <td>{item.owner.displayName}</td>
                <td>
                  {t.roadStates[item.state as keyof typeof t.roadStates] ?? item.state}, {date(item.startDate)} – {date(item.endDate)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
