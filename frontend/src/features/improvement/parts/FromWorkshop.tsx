// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { useMay, type WorkshopOrigin } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from '../texts';

/** The workshop that a target was agreed on in, with the way to its protocol for those who may read it. */
export function FromWorkshop({ origin }: { origin: WorkshopOrigin | undefined }) {
  const t = useTexts(texts);
  const may = useMay();
  const { date } = useFormats();
  if (!origin) return null;
  const words = t.fromWorkshop(date(origin.heldAt));
  return (
    <span className="small muted fromws">
      {may('assessment:read') ? (
        <Link to="/workshops/$workshopId/protocol" params={{ workshopId: origin.workshopId }} title={origin.name}>
          {words}
        </Link>
      ) : (
        words
      )}
    </span>
  );
}
