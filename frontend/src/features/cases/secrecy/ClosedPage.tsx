// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Page, Tabs } from '@/shared/ui';
import { texts as common } from '../texts';
import { CompartmentsView } from './CompartmentsView';
import { CountsView } from './CountsView';
import { LogView } from './LogView';
import { OpeningsView } from './OpeningsView';
import type { View } from './queries';
import { texts } from './texts';
import { OpenWithReason } from './WayIn';

const route = getRouteApi('/frame/cases/closed');

/** Who is inside, what was opened in an emergency, and who has read what: as much of it as one may see. */
export function ClosedPage() {
  const t = useTexts(texts);
  const words = useTexts(common);
  const may = useMay();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const all: { key: View; permission: string; content: ReactNode }[] = [
    { key: 'openings', permission: 'case:review-opening', content: <OpeningsView /> },
    { key: 'log', permission: 'access-log:read', content: <LogView key="log" /> },
    { key: 'counts', permission: 'access-log:summary', content: <CountsView /> },
    { key: 'compartments', permission: 'compartment:read', content: <CompartmentsView /> },
    { key: 'mine', permission: 'access-log:own', content: <LogView key="mine" mine /> },
  ];
  const tabs = all.filter((each) => may(each.permission)).map((each) => ({ ...each, text: t[each.key] }));
  const open = tabs.some((each) => each.key === view) ? view : tabs[0]?.key;
  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      crumbs={[
        { text: words.home, to: '/' },
        { text: words.myCases, to: '/cases/mine' },
      ]}
      actions={<OpenWithReason />}
    >
      {open && (
        <div className="closedtabs">
          <Tabs label={t.views} tabs={tabs} open={open} onOpen={(key) => void navigate({ search: { view: key }, replace: true })} />
        </div>
      )}
    </Page>
  );
}
