// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { Assessment, GroupLink, GroupProgress } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, Source, Table } from '@/shared/ui';
import { GroupIcon } from '../scorecard/GroupShape';
import { CodesDialog } from './CodesDialog';
import { InviteDialog } from './InviteDialog';
import { letterTexts } from './letterTexts';
import { RenewLinkDialog } from './RenewLinkDialog';
import { texts } from './texts';

type Props = { assessment: Assessment; onLinks: (links: readonly GroupLink[]) => void };

/** How many of each group are invited and have answered, and the ways in for those who lead. */
export function GroupProgressTable({ assessment, onLinks }: Props) {
  const t = useTexts(texts);
  const l = useTexts(letterTexts);
  const { number } = useFormats();
  const [asking, setAsking] = useState<{ what: 'link' | 'codes' | 'invite'; group: GroupProgress } | null>(null);
  const may = (act: 'renew_link' | 'make_codes' | 'invite_by_mail') => assessment.acts.some((one) => one.act === act && one.possible);
  const isOpened = assessment.survey !== undefined;
  const columns: Column<GroupProgress>[] = [
    {
      key: 'group',
      head: t.group,
      rowHead: true,
      cell: ({ group, name }) => (
        <>
          <GroupIcon group={group} /> <LocalizedText text={name} />
        </>
      ),
    },
    { key: 'invited', head: t.invitedHead, numeric: true, cell: ({ invited }) => number(invited, 0) },
  ];
  if (isOpened) columns.push({ key: 'answered', head: t.answered, cell: (row) => <Answered row={row} /> });
  if (may('renew_link') || may('make_codes')) {
    columns.push({
      key: 'ways',
      head: t.ways,
      cell: (row) => (
        <span className="actbar" hidden={row.joint}>
          {may('renew_link') && (
            <Button small onClick={() => setAsking({ what: 'link', group: row })}>
              {t.newLink}
              <span className="vh">
                {' '}
                <LocalizedText text={row.name} />
              </span>
            </Button>
          )}
          {may('invite_by_mail') && (
            <Button small onClick={() => setAsking({ what: 'invite', group: row })}>
              {l.invite}
              <span className="vh">
                {' '}
                <LocalizedText text={row.name} />
              </span>
            </Button>
          )}
          {may('make_codes') && (
            <Button small onClick={() => setAsking({ what: 'codes', group: row })}>
              {t.codes}
              <span className="vh">
                {' '}
                <LocalizedText text={row.name} />
              </span>
            </Button>
          )}
        </span>
      ),
    });
  }
  return (
    <div className="noprint progresstable">
      <Table cards caption={t.progress} columns={columns} rows={assessment.groups} rowKey={(row) => row.group} className="table--mid" />
      {isOpened && <Source note={{ title: t.progressNote, definition: t.progressDefinition }} />}
      {asking?.what === 'link' && (
        <RenewLinkDialog assessmentId={assessment.id} group={asking.group} onLinks={onLinks} onClose={() => setAsking(null)} />
      )}
      {asking?.what === 'invite' && <InviteDialog assessment={assessment} group={asking.group} onClose={() => setAsking(null)} />}
      {asking?.what === 'codes' && <CodesDialog assessment={assessment} group={asking.group} onClose={() => setAsking(null)} />}
    </div>
  );
}

function Answered({ row }: { row: GroupProgress }) {
  const t = useTexts(texts);
  const { number } = useFormats();
  if (row.joint) return <span className="muted">{t.jointGroup}</span>;
  if (row.answered === undefined) return <span className="muted">{t.answeredFew}</span>;
  return (
    <span className="answered">
      <span className="progress__bar" aria-hidden="true">
        <i style={{ width: `${Math.min(1, row.answered / row.invited) * 100}%` }} />
      </span>
      <span className="num nowrap">{t.answeredOf(number(row.answered, 0), number(row.invited, 0))}</span>
    </span>
  );
}
