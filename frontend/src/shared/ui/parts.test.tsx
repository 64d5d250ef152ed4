// SPDX-License-Identifier: EUPL-1.2
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { show } from '@/test/render';
import { Button, type Sorting, Source, Table, Tabs } from './index';

function TwoTabs() {
  const [open, setOpen] = useState<'map' | 'table'>('map');
  const tabs = [
    { key: 'map', text: 'Karta', content: 'en karta' },
    { key: 'table', text: 'Tabell', content: 'en tabell' },
  ] as const;
  return <Tabs label="Visning" tabs={tabs} open={open} onOpen={setOpen} />;
}

describe('tabs', () => {
  it('are one tab stop, and arrows move around', async () => {
    const { user } = show(<TwoTabs />);
    await user.tab();
    expect(screen.getByRole('tab', { name: 'Karta' })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Tabell', selected: true })).toHaveFocus();
    expect(screen.getByRole('tabpanel', { name: 'Tabell' })).toHaveTextContent('en tabell');
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Karta', selected: true })).toHaveFocus();
    await user.keyboard('{End}');
    expect(screen.getByRole('tabpanel')).toHaveTextContent('en tabell');
  });
});

describe('how a number is counted', () => {
  it('opens beside it, and Escape closes it with focus back', async () => {
    const { user } = show(<Source note={{ title: 'Ledtid', definition: 'Från inkommet till beslut.', sample: '412 ärenden' }} />);
    const button = screen.getByRole('button', { name: 'Så räknas det' });
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    const note = screen.getByRole('group', { name: 'Ledtid' });
    expect(within(note).getByText('412 ärenden')).toBeVisible();
    expect(within(note).queryByText('Period')).toBeNull();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('group')).toBeNull();
    expect(button).toHaveFocus();
  });
});

describe('a table', () => {
  it('names its rows, says how it is sorted and turns the order', async () => {
    const onSort = vi.fn<(sorting: Sorting) => void>();
    const { user } = show(
      <Table
        caption="Aktiviteter"
        columns={[
          { key: 'name', head: 'Aktivitet', rowHead: true, cell: (row: { name: string; count: number }) => row.name },
          { key: 'count', head: 'Antal', numeric: true, sortable: true, cell: (row) => row.count },
        ]}
        rows={[{ name: 'Beslut', count: 3 }]}
        rowKey={(row) => row.name}
        sorting={{ key: 'count', descending: false }}
        onSort={onSort}
      />,
    );
    expect(screen.getByRole('rowheader', { name: 'Beslut' })).toBeVisible();
    expect(screen.getByRole('columnheader', { name: 'Antal' })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(screen.getByRole('button', { name: 'Antal' }));
    expect(onSort).toHaveBeenCalledWith({ key: 'count', descending: true });
  });
});

describe('a busy button', () => {
  it('keeps its focus and takes no second press', async () => {
    const onClick = vi.fn();
    const { user } = show(
      <Button busy onClick={onClick}>
        Spara
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Spara' });
    await user.click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(button).toHaveFocus();
    expect(button).not.toBeDisabled();
  });
});
