// SPDX-License-Identifier: EUPL-1.2
import type { ReportFigure } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useMeasure } from '@/shared/i18n/measure';
import { useTexts } from '@/shared/i18n/texts';
import { Kpi, Kpis } from '@/shared/ui';
import { texts } from '../texts';
import { SourceRefs } from './Sources';

/** Up to three figures at the top of the page. */
export function KeyFigures({ figures }: { figures: readonly ReportFigure[] }) {
  const t = useTexts(texts);
  const write = useMeasure();
  const pick = usePick();
  const { number } = useFormats();
  return (
    <Kpis>
      {figures.map((figure) => {
        const written = write(figure.value, figure.unit);
        return (
          <Kpi
            key={figure.key}
            label={<LocalizedText text={figure.name} />}
            value={
              <>
                {written.value}
                <SourceRefs ids={figure.sourceIds} />
              </>
            }
            unit={written.unit && pick(figure.name).includes(written.unit) ? undefined : written.unit}
            direction={figure.n !== undefined && <span>{t.basedOn(number(figure.n, 0))}</span>}
          />
        );
      })}
    </Kpis>
  );
}
