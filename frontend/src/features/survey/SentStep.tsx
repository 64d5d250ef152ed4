// SPDX-License-Identifier: EUPL-1.2
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { Icon } from '@/shared/ui/Icon';
import { SurveyFrame } from './SurveyFrame';
import { texts } from './texts';

/** It is done. */
export function SentStep() {
  const t = useTexts(texts);
  return (
    <SurveyFrame
      title={t.sentTitle}
      sign={
        <span className="survey__done">
          <Icon name="check" />
        </span>
      }
    >
      <p role="status">{t.sentWhat}</p>
    </SurveyFrame>
  );
}

/** An answer has been sent from this browser before. */
export function AlreadySent({ onOtherCode }: { onOtherCode: () => void }) {
  const t = useTexts(texts);
  return (
    <SurveyFrame title={t.alreadyTitle}>
      <p>{t.alreadyWhat}</p>
      <Button className="btn--block" onClick={onOtherCode}>
        {t.otherCode}
      </Button>
    </SurveyFrame>
  );
}
