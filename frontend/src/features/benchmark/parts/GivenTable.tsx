// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type BenchmarkContribution, ifMatch, withdrawBenchmarkContribution } from '@/api';
import { FormDialog } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, notify, Table, Tag } from '@/shared/ui';
import { texts } from '../texts';
import { useGroup, useValue } from '../useValue';

/** What has been given, replaced and withdrawn. */
export function GivenTable({ contributions }: { contributions: readonly BenchmarkContribution[] }) {
  const t = useTexts(texts);
  const pick = usePick();
  const write = useValue();
  const group = useGroup();
  const { date } = useFormats();
  const queryClient = useQueryClient();
  const [withdrawing, setWithdrawing] = useState<BenchmarkContribution | null>(null);
  const columns: Column<BenchmarkContribution>[] = [
    {
      key: 'measure',
      head: t.measure,
      rowHead: true,
      cell: (each) => (
        <>
          {each.measure.code} {pick(each.measure.name)}
        </>
      ),
    },
    { key: 'value', head: t.value, numeric: true, cell: (each) => write(each.value, each.measure.unit) },
    { key: 'year', head: t.year, numeric: true, cell: (each) => String(each.year) },
    { key: 'group', head: t.group, cell: group },
    {
      key: 'state',
      head: t.state,
      cell: (each) => (
        <Tag mood={each.state === 'given' ? 'ok' : undefined}>{t.states[each.state as keyof typeof t.states] ?? each.state}</Tag>
      ),
    },
    {
      key: 'by',
      head: t.givenBy,
      cell: (each) =>
        each.givenBy && each.givenAt ? (
          <>
            {each.givenBy.displayName}, <span className="nowrap">{date(each.givenAt)}</span>
          </>
        ) : (
          '–'
        ),
    },
    {
      key: 'act',
      head: '',
      cell: (each) =>
        each.mayWithdraw && (
          <Button small look="quiet" onClick={() => setWithdrawing(each)}>
            {t.withdraw}
            <span className="vh">: {each.measure.code}</span>
          </Button>
        ),
    },
  ];
  return (
    <>
      <Table caption={<span className="vh">{t.given}</span>} columns={columns} rows={contributions} rowKey={(each) => each.id} cards />
      {withdrawing && (
        <FormDialog
          title={t.withdrawTitle}
          submit={t.withdraw}
          look="danger"
          initial={{}}
          send={async () => {
            await withdrawBenchmarkContribution({ path: { contributionId: withdrawing.id }, headers: ifMatch(withdrawing.version) });
            await queryClient.invalidateQueries({ queryKey: ['benchmark'] });
            notify(t.withdrew);
          }}
          onClose={() => setWithdrawing(null)}
        >
          {() => (
            <>
              <p>
                <b>
                  {withdrawing.measure.code} {pick(withdrawing.measure.name)}, {withdrawing.year}
                </b>
              </p>
              <p>{t.withdrawWhat}</p>
            </>
          )}
        </FormDialog>
      )}
    </>
  );
}
