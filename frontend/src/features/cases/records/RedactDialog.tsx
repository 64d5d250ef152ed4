// SPDX-License-Identifier: EUPL-1.2
import { type PointerEvent, useRef, useState } from 'react';
import { makeRedactedCopy, type RecordFile } from '@/api';
import { FormDialog, fieldId, TextField } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Loading, notify, ProblemAlert } from '@/shared/ui';
import { PageSteps } from './PagesDialog';
import { usePageImage, usePages } from './pages';
import { recordTexts } from './texts';

/** A rectangle of a page, in thousandths. */
export type Area = { page: number; left: number; top: number; width: number; height: number };

const WHOLE = 1000;
const LEAST = 5;
/** What an area is before one gives its numbers: a line of text near the top. */
const FRESH = { left: 100, top: 100, width: 300, height: 40 };

type Props = { caseId: string; recordId: string; of: RecordFile; onClose: () => void; onMade: () => Promise<void> };

/** Chooses what is to be gone from a copy, by dragging on the page or by numbers. */
export function RedactDialog({ caseId, recordId, of, onClose, onMade }: Props) {
  const t = useTexts(recordTexts);
  const [page, setPage] = useState(1);
  const pages = usePages({ caseId, recordId, fileId: of.id });
  const count = pages.data?.length ?? 0;
  return (
    <FormDialog<{ reason: string; areas: Area[] }>
      wide
      title={t.redactTitle}
      submit={t.makeCopy}
      initial={{ reason: '', areas: [] }}
      check={({ reason, areas }) => [
        ...(areas.length > 0 ? [] : [{ pointer: '/areas', message: t.giveArea }]),
        ...(reason.trim() ? [] : [{ pointer: '/reason', message: t.giveReason }]),
      ]}
      send={async ({ reason, areas }) => {
        await makeRedactedCopy({ path: { caseId, recordId }, body: { fileId: of.id, reason: reason.trim(), areas: areas.map(inside) } });
        notify(t.redacted);
        await onMade();
      }}
      onClose={onClose}
    >
      {({ values, set, ...form }) => (
        <>
          <p className="small">{t.redactWhat}</p>
          {pages.isPending && <Loading />}
          {pages.error && <ProblemAlert problem={pages.error} />}
          {count > 0 && (
            <>
              <PageSteps page={page} count={count} onPage={setPage} />
              <PageView
                address={`/api/v1/cases/${caseId}/records/${recordId}/files/${of.id}/pages/${page}/image`}
                label={t.pageOf(page, count)}
                areas={values.areas.filter((area) => area.page === page)}
                onArea={(area) => set('areas', [...values.areas, { ...area, page }])}
              />
              <p>
                <button
                  type="button"
                  id={fieldId(form, '/areas')}
                  className="btn btn--sm"
                  onClick={() => set('areas', [...values.areas, { ...FRESH, page }])}
                >
                  {t.addArea}
                </button>
              </p>
              {values.areas.map((area, index) => (
                <AreaFields
                  // biome-ignore lint/suspicious/noArrayIndexKey: an area is its place in the list and has nothing else
                  key={index}
                  number={index + 1}
                  area={area}
                  onArea={(next) => set('areas', next ? values.areas.with(index, next) : values.areas.toSpliced(index, 1))}
                />
              ))}
              <TextField
                at="/reason"
                label={t.ground}
                hint={t.groundHint}
                maxLength={1000}
                value={values.reason}
                onValue={(value) => set('reason', value)}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}

/** Within the page, whatever was typed. */
export function inside(area: Area): Area {
  const left = Math.min(Math.max(0, Math.round(area.left)), WHOLE - 1);
  const top = Math.min(Math.max(0, Math.round(area.top)), WHOLE - 1);
  return {
    page: area.page,
    left,
    top,
    width: Math.min(Math.max(1, Math.round(area.width)), WHOLE - left),
    height: Math.min(Math.max(1, Math.round(area.height)), WHOLE - top),
  };
}

type Point = { x: number; y: number };
type Shape = Omit<Area, 'page'>;

const between = (from: Point, to: Point): Shape => ({
  left: Math.min(from.x, to.x),
  top: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
});

function PageView({ address, label, areas, onArea }: { address: string; label: string; areas: Shape[]; onArea: (area: Shape) => void }) {
  const { image, source } = usePageImage(address);
  const [drag, setDrag] = useState<{ from: Point; to: Point }>();
  const box = useRef<HTMLDivElement>(null);
  const at = (event: PointerEvent): Point => {
    const rect = box.current?.getBoundingClientRect();
    if (!rect) return { x: 0, y: 0 };
    const share = (value: number, size: number) => Math.round(Math.min(Math.max(value / size, 0), 1) * WHOLE);
    return { x: share(event.clientX - rect.left, rect.width), y: share(event.clientY - rect.top, rect.height) };
  };
  const done = () => {
    if (!drag) return;
    const area = between(drag.from, drag.to);
    setDrag(undefined);
    if (area.width >= LEAST && area.height >= LEAST) onArea(area);
  };
  return (
    <>
      {image.error && <ProblemAlert problem={image.error} />}
      {image.isPending && <Loading />}
      {source && image.data && (
        <div
          ref={box}
          className="redactpage"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrag({ from: at(event), to: at(event) });
          }}
          onPointerMove={(event) => drag && setDrag({ ...drag, to: at(event) })}
          onPointerUp={done}
          onPointerCancel={() => setDrag(undefined)}
        >
          <img src={source} alt={label} draggable={false} />
          {[...areas, ...(drag ? [between(drag.from, drag.to)] : [])].map((area) => (
            <span
              key={`${area.left} ${area.top} ${area.width} ${area.height}`}
              className="redactpage__area"
              style={{ left: `${area.left / 10}%`, top: `${area.top / 10}%`, width: `${area.width / 10}%`, height: `${area.height / 10}%` }}
            />
          ))}
        </div>
      )}
    </>
  );
}

function AreaFields({ number, area, onArea }: { number: number; area: Area; onArea: (area: Area | undefined) => void }) {
  const t = useTexts(recordTexts);
  return (
    <fieldset className="areafields">
      <legend className="small">{t.area(number, area.page)}</legend>
      {(['left', 'top', 'width', 'height'] as const).map((side) => (
        <label key={side} className="small">
          {t[side]}
          <input
            className="input"
            type="number"
            min={side === 'width' || side === 'height' ? 0.1 : 0}
            max={100}
            step={0.1}
            value={area[side] / 10}
            onChange={(event) => onArea({ ...area, [side]: Math.round(event.target.valueAsNumber * 10) || 0 })}
          />
        </label>
      ))}
      <Button small look="quiet" icon="cross" aria-label={t.remove(number)} onClick={() => onArea(undefined)} />
    </fieldset>
  );
}
