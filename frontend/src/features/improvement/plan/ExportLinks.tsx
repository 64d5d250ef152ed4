// SPDX-License-Identifier: EUPL-1.2
import { useMayExport } from '@/api';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { planTexts } from './texts';

/** The roadmap to take along, for those who may take things out of the service. */
export function ExportLinks() {
  const t = useTexts(planTexts);
  const { language } = useLanguage();
  const mayExport = useMayExport();
  if (!mayExport) return null;
  return (
    <div className="charttools">
      <a href={`/api/v1/roadmap-calendar?language=${language}`} download>
        {t.calendar}
      </a>
      <a href={`/api/v1/roadmap-workbook?language=${language}`} download>
        {t.workbook}
      </a>
    </div>
  );
}
