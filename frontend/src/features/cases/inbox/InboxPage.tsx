// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type InboxItem, type InboxItemSummary, ifMatch, listInboxItems, reopenInboxItem, settleInboxItem } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { useShortcut } from '@/shared/hooks/useShortcut';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Empty, Loading, LoadMore, notify, Page, ProblemAlert } from '@/shared/ui';
import { texts as common } from '../texts';
import { BatchDialog } from './BatchDialog';
import { ArrivalDialog, MisdirectedDialog, ReopenDialog } from './dialogs';
import { Filters } from './Filters';
import { ItemList } from './ItemList';
import { KeyHints } from './KeyHints';
import { INBOX, type InboxSearch, inboxChanged, itemQuery } from './queries';
import { ReadingPane } from './ReadingPane';
import { ReceiveDialog } from './ReceiveDialog';
import { texts } from './texts';

const LIMIT = 50;
const route = getRouteApi('/frame/inbox');

/** What is open above the page. */
export type InboxDialog = 'receive' | 'batch' | 'arrival' | 'misdirected' | 'reopen';

/** What has come in: the list to the left, what one reads to the right; all of it by keyboard. */
export function InboxPage() {
  const t = useTexts(texts);
  const words = useTexts(common);
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<InboxDialog>();
  const filters = { outcome: search.outcome, channel: search.channel, lateOnly: search.late, limit: LIMIT };
  const pages = usePages(
    [...INBOX, 'list', filters],
    async (cursor, signal) => (await listInboxItems({ query: { ...filters, cursor }, signal })).data,
  );
  const items = pages.items;
  const shown = search.item ?? items[0]?.id;
  const reading = useQuery({ ...itemQuery(shown ?? ''), enabled: shown !== undefined });
  const item = reading.data?.id === shown ? reading.data : undefined;
  const waits = item?.outcome === 'waiting';
  const go = (part: Partial<InboxSearch>) => void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const open = (itemId: string | undefined) => go({ item: itemId, act: undefined });

  const focusList = () => box.current?.querySelector<HTMLElement>('[aria-current="true"] .inboxlink')?.focus();
  const step = (by: number) => {
    const at = items.findIndex((each) => each.id === shown);
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (!next) return;
    open(next.id);
    box.current?.querySelector<HTMLElement>(`[data-item="${next.id}"]`)?.focus();
  };
  /** The item after the one that leaves the list, or before it where it was the last. */
  const neighbour = (itemId: string): InboxItemSummary | undefined => {
    const at = items.findIndex((each) => each.id === itemId);
    return items[at + 1] ?? items[at - 1];
  };
  const leave = async (left: string) => {
    open(neighbour(left)?.id);
    await inboxChanged(queryClient);
    requestAnimationFrame(focusList);
  };
  const settle = async (outcome: 'trivial' | 'spam') => {
    if (!item || !waits) return;
    const { data } = await settleInboxItem({ path: { itemId: item.id }, headers: ifMatch(item.version), body: { outcome } });
    notify(<Undo item={data} text={t.settled(t.outcomes[outcome])} onUndone={() => void inboxChanged(queryClient)} />);
    await leave(item.id);
  };
  const toggle = (itemId: string) => setChosen((old) => (old.includes(itemId) ? old.filter((each) => each !== itemId) : [...old, itemId]));

  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));
  useShortcut('l', () => waits && go({ item: item.id, act: 'link' }));
  useShortcut('t', () => void settle('trivial'));
  useShortcut('s', () => void settle('spam'));
  useShortcut('m', () => waits && setDialog('misdirected'));
  useShortcut('a', () => waits && setDialog('arrival'));
  useShortcut('n', () => setDialog('receive'));
  useShortcut('x', () => shown && toggle(shown));
  useShortcut('b', () => chosen.length > 0 && setDialog('batch'));
  useEnter(() => waits && search.act === undefined && go({ item: item.id, act: 'register' }));

  const late = pages.first?.lateCount ?? 0;
  return (
    <Page
      title={t.inbox}
      purpose={t.purpose}
      crumbs={[
        { text: words.home, to: '/' },
        { text: words.myCases, to: '/cases/mine' },
      ]}
      actions={
        <Button look="primary" icon="plus" onClick={() => setDialog('receive')}>
          {t.receive}
        </Button>
      }
    >
      {late > 0 && (
        <p className="alarmline" role="status">
          <b>{t.lateAlarm(late)}</b>{' '}
          {!search.late && (
            <button type="button" className="linkbtn" onClick={() => go({ outcome: undefined, late: true, item: undefined })}>
              {t.showLate}
            </button>
          )}
        </p>
      )}
      <Filters search={search} waiting={pages.first?.waitingCount} onChange={go} />
      {pages.isLoading && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && items.length === 0 && !item && (
        <Empty title={search.outcome || search.channel || search.late ? t.noneFound : t.none}>
          {search.outcome || search.channel || search.late ? t.noneFoundWhat : t.noneWhat}
        </Empty>
      )}
      {(items.length > 0 || item) && (
        <div className="inbox" data-reads={search.item ? true : undefined} ref={box}>
          <section className="inbox__list" aria-label={t.list}>
            {chosen.length > 0 && (
              <p className="inbox__chosen">
                <span>{t.selected(chosen.length)}</span>
                <Button small onClick={() => setDialog('batch')}>
                  {t.batch(chosen.length)}
                </Button>
              </p>
            )}
            <ItemList items={items} shown={shown} chosen={chosen} onOpen={open} onChoose={toggle} />
            <LoadMore shown={items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
          </section>
          <ReadingPane
            item={item}
            error={reading.error}
            act={search.act}
            onAct={(act) => go({ item: shown, act })}
            onSettle={(outcome) => void settle(outcome)}
            onDialog={setDialog}
            onBack={() => open(undefined)}
            onLeave={leave}
          />
        </div>
      )}
      <KeyHints choosing={chosen.length > 0} />
      {dialog === 'receive' && <ReceiveDialog onClose={() => setDialog(undefined)} onDone={(made) => open(made.id)} />}
      {dialog === 'batch' && (
        <BatchDialog
          items={items.filter((each) => chosen.includes(each.id))}
          onClose={() => {
            setDialog(undefined);
            setChosen([]);
          }}
        />
      )}
      {dialog === 'arrival' && item && <ArrivalDialog item={item} onClose={() => setDialog(undefined)} />}
      {dialog === 'misdirected' && item && (
        <MisdirectedDialog item={item} onClose={() => setDialog(undefined)} onDone={() => void leave(item.id)} />
      )}
      {dialog === 'reopen' && item && <ReopenDialog item={item} onClose={() => setDialog(undefined)} />}
    </Page>
  );
}

/** Enter opens what is marked, unless it means something where the focus is. */
function useEnter(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = document.activeElement;
      const free = !at || at === document.body || at.matches('h1, h2, .inboxlink, main');
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented || !free) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** What was done, with a way to take it back. */
function Undo({ item, text, onUndone }: { item: InboxItem; text: string; onUndone: () => void }) {
  const t = useTexts(texts);
  const undo = async () => {
    await reopenInboxItem({ path: { itemId: item.id }, headers: ifMatch(item.version), body: { reason: t.undoReason } });
    notify(t.undone);
    onUndone();
  };
  return (
    <>
      {text}{' '}
      <button type="button" onClick={() => void undo()}>
        {t.undo}
      </button>
    </>
  );
}
