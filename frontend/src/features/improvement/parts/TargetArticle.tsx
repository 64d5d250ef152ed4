// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { type TargetPicture, type TargetRow, useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Icon } from '@/shared/ui';
import { CriterionCode, Level } from '@/shared/ui/levels';
import { texts } from '../texts';
import { FromWorkshop } from './FromWorkshop';
import { TargetHistory } from './TargetHistory';
import { WithdrawDialog } from './WithdrawDialog';

/** A target from → to, with the sentences of both levels, the reason, who and when. */
export function TargetArticle({ row, picture, onChange }: { row: TargetRow; picture: TargetPicture; onChange: () => void }) {
  const t = useTexts(texts);
  const may = useMay();
  const { longDate } = useFormats();
  const [open, setOpen] = useState<'history' | 'withdraw' | null>(null);
  const target = row.target;
  const revision = target?.accepted;
  if (!target || !revision) return null;
  return (
    <article className="tg" id={row.criterion}>
      <div className="tg__head">
        <CriterionCode code={row.criterion} />
        <h3>
          <LocalizedText text={row.name} />
        </h3>
      </div>
      <div>
        <p className="tg__when">
          <Level level={row.level} /> {t.today}
        </p>
        <blockquote>{row.levelText ? <LocalizedText text={row.levelText} /> : t.undecided}</blockquote>
      </div>
      <div className="tg__arrow">
        <Icon name="right" />
      </div>
      <div>
        <p className="tg__when">
          <Level level={revision.level} /> {longDate(revision.dueDate)}
        </p>
        <blockquote>
          <b>
            <LocalizedText text={revision.levelText} />
          </b>
        </blockquote>
      </div>
      <div className="tg__meta">
        <p>
          <span className="muted">{t.owner}</span>
          <br />
          {revision.owner.displayName}
          {revision.owner.title && `, ${revision.owner.title}`}
        </p>
        <p>
          <span className="muted">{t.weight}</span> {t.weightOf(revision.weight)}
        </p>
        <p className="row noprint">
          <button type="button" className="src" onClick={() => setOpen('history')}>
            {t.history}
            <span className="vh">: {row.criterion}</span>
          </button>
          {may('target:propose') && (
            <button type="button" className="src" onClick={onChange}>
              {t.change}
              <span className="vh">: {row.criterion}</span>
            </button>
          )}
          {may('target:decide') && (
            <button type="button" className="src" onClick={() => setOpen('withdraw')}>
              {t.withdraw}
              <span className="vh">: {row.criterion}</span>
            </button>
          )}
        </p>
      </div>
      <p className="tg__why small">
        <b>{t.therefore}:</b> {revision.reason}{' '}
        {revision.goodEnoughBecause && (
          <span className="muted">
            {t.enough(revision.level)} {revision.goodEnoughBecause}
          </span>
        )}{' '}
        <FromWorkshop origin={revision.fromWorkshop} />
      </p>
      {open === 'history' && <TargetHistory row={row} targetId={target.id} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && (
        <WithdrawDialog row={row} target={target} assessmentId={picture.assessmentId} onClose={() => setOpen(null)} />
      )}
    </article>
  );
}

/** A button that asks for a change of a target. */
export function ChangeButton({ row, onChange, children }: { row: TargetRow; onChange: (row: TargetRow) => void; children: string }) {
  return (
    <Button small onClick={() => onChange(row)}>
      {children}
      <span className="vh">: {row.criterion}</span>
    </Button>
  );
}
