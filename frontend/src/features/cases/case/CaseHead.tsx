// SPDX-License-Identifier: EUPL-1.2
import type { CaseFile } from '@/api';
import { useFormats, useToday } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Tag } from '@/shared/ui';
import { Due } from '../list/Due';
import { StateTag } from '../StateTag';
import type { OnAct } from '../states';
import { texts } from '../texts';
import { firstAct } from './Actions';

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Number, subject, state, who and what is due; stays in sight while one reads. */
export function CaseHead({ file, onAct }: { file: CaseFile; onAct: OnAct }) {
  const t = useTexts(texts);
  const { dayMonth } = useFormats();
  const today = useToday();
  const primary = firstAct(file);
  const isOver = file.closedAt !== undefined;
  return (
    <div className="casehead">
      <div className="row row--between casehead__top">
        <div>
          <p className="small muted num">
            {file.number} · <LocalizedText text={file.caseTypeName} />
          </p>
          <h1 tabIndex={-1}>{file.subject}</h1>
        </div>
        <div className="actbar noprint">
          <Button onClick={() => window.print()} className="hide-s">
            {t.print}
          </Button>
          {primary && (
            <Button look="primary" onClick={() => onAct(primary)}>
              {t.acts[primary]}
            </Button>
          )}
        </div>
      </div>
      <dl className="casefacts">
        <div>
          <dt>{t.state}</dt>
          <dd className="tags">
            <StateTag state={file.state} waits={file.waits} />
            {file.waits.slice(1).map((wait) => (
              <Tag key={wait} mood="warn">
                {t.waits[wait]}
              </Tag>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t.officer}</dt>
          <dd>
            {file.officer ? file.officer.displayName : t.noOfficer}, <LocalizedText text={file.unitName} />
          </dd>
        </div>
        {file.nextDue && (
          <div>
            <dt>{t.nextDue}</dt>
            <dd>
              <Due due={file.nextDue} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t.arrived}</dt>
          <dd>
            {file.arrivalDate}
            {!isOver && `, ${t.day(daysBetween(file.arrivalDate, today) + 1)}`}
          </dd>
        </div>
        {file.outcome && (
          <div>
            <dt>{t.outcome}</dt>
            <dd>
              <LocalizedText text={file.outcome} />
              {file.decidedAt && `, ${dayMonth(file.decidedAt)}`}
            </dd>
          </div>
        )}
        <div>
          <dt>{t.openness}</dt>
          <dd>{t.secrecy[file.secrecyLevel]}</dd>
        </div>
      </dl>
    </div>
  );
}
