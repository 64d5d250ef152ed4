// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ifMatch, type OwnerLoad, type RoadmapLoad, setRoadmapCapacity } from '@/api';
import { FormDialog, TextField } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify, ProblemAlert, Table, Tag } from '@/shared/ui';
import { loadQuery } from '../queries';
import { planTexts } from './texts';

/** A typed number, with comma or point; undefined where it is none within the bounds. */
export function capacityOf(written: string): number | undefined {
  const number = Number(written.trim().replace(',', '.'));
  return written.trim() && number >= 0.5 && number <= 100 ? number : undefined;
}

/** Whether people can carry what they are responsible for; warnings first, the figures behind them on demand. */
export function Load() {
  const t = useTexts(planTexts);
  const { number } = useFormats();
  const { data, error, refetch } = useQuery(loadQuery);
  const [setting, setSetting] = useState(false);
  const over = data?.loads.filter((load) => load.over) ?? [];
  return (
    <section className="section" aria-labelledby="load">
      <div className="sechead">
        <h2 id="load">{t.load}</h2>
        {data?.mayEdit && (
          <Button small onClick={() => setSetting(true)}>
            {t.setCapacity}
          </Button>
        )}
      </div>
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {data && data.capacity === undefined && <p className="measure">{t.noCapacity}</p>}
      {data?.capacity !== undefined && over.length === 0 && <p className="measure">{t.fits(number(data.capacity))}</p>}
      {data?.capacity !== undefined && over.length > 0 && (
        <>
          <ul className="plain stack">
            {over.map((load) => (
              <Over key={`${load.owner.id}${load.quarter}`} load={load} capacity={data.capacity ?? 0} />
            ))}
          </ul>
          <p className="small muted">{t.overWhat}</p>
        </>
      )}
      {data && data.loads.length > 0 && <Loads data={data} />}
      {setting && data && <CapacityDialog data={data} onClose={() => setSetting(false)} />}
    </section>
  );
}

function useQuarter(): (quarter: string) => string {
  const t = useTexts(planTexts);
  return (quarter) => t.quarter(quarter.slice(6), quarter.slice(0, 4));
}

function Over({ load, capacity }: { load: OwnerLoad; capacity: number }) {
  const t = useTexts(planTexts);
  const { number } = useFormats();
  const quarter = useQuarter();
  return (
    <li className="verdict verdict--warn">
      {t.over(load.owner.displayName, quarter(load.quarter), number(load.effort), number(capacity))}
    </li>
  );
}

function Loads({ data }: { data: RoadmapLoad }) {
  const t = useTexts(planTexts);
  const pick = usePick();
  const { number } = useFormats();
  const quarter = useQuarter();
  return (
    <details className="known">
      <summary>{t.perQuarter}</summary>
      <p className="small muted">{t.loadWhat}</p>
      <Table
        cards
        caption={<span className="vh">{t.perQuarter}</span>}
        rows={data.loads}
        rowKey={(load) => `${load.quarter}${load.owner.id}`}
        columns={[
          { key: 'owner', head: t.person, rowHead: true, cell: (load) => load.owner.displayName },
          { key: 'quarter', head: t.quarterHead, cell: (load) => quarter(load.quarter) },
          {
            key: 'effort',
            head: t.effort,
            numeric: true,
            cell: (load) => (
              <>
                {number(load.effort)} {load.over && <Tag mood="warn">{t.tooMuch}</Tag>}
              </>
            ),
          },
          {
            key: 'items',
            head: t.items,
            cell: (load) => (
              <span>
                {load.items.map((item, at) => (
                  <span key={item.itemId}>
                    {at > 0 && '; '}
                    <Link to="/improvement/items/$itemId" params={{ itemId: item.itemId }}>
                      {pick(item.title)}
                    </Link>{' '}
                    ({number(item.effort)})
                  </span>
                ))}
              </span>
            ),
          },
        ]}
      />
    </details>
  );
}

function CapacityDialog({ data, onClose }: { data: RoadmapLoad; onClose: () => void }) {
  const t = useTexts(planTexts);
  const { number } = useFormats();
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.setCapacity}
      initial={{ capacity: data.capacity === undefined ? '' : number(data.capacity) }}
      check={({ capacity }) => (capacityOf(capacity) === undefined ? [{ pointer: '/capacity', message: t.giveCapacity }] : [])}
      send={async ({ capacity }) => {
        const { data: saved } = await setRoadmapCapacity({
          body: { capacity: capacityOf(capacity) ?? 1 },
          headers: ifMatch(data.version),
        });
        queryClient.setQueryData(loadQuery.queryKey, saved);
        notify(t.capacitySet);
      }}
      onClose={onClose}
    >
      {(form) => (
        <TextField
          at="/capacity"
          label={t.capacityLabel}
          hint={t.capacityHint}
          inputMode="decimal"
          maxLength={6}
          value={form.values.capacity}
          onValue={(value) => form.set('capacity', value)}
        />
      )}
    </FormDialog>
  );
}
