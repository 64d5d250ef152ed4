// SPDX-License-Identifier: EUPL-1.2
import './records.css';
import '@/shared/files/files.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CaseFile, type FileRecord, listCaseRecords } from '@/api';
import { fileTexts } from '@/shared/files/texts';
import { usePages } from '@/shared/hooks/usePages';
import { useTexts } from '@/shared/i18n/texts';
import { Icon, Loading, LoadMore, ProblemAlert, Tag } from '@/shared/ui';
import { caseQuery, eventsKey } from '../queries';
import type { OnAct } from '../states';
import { texts } from '../texts';
import { AddFiles } from './AddFiles';
import { RecordFiles } from './RecordFiles';
import { RecordMarking } from './RecordMarking';
import { recordTexts } from './texts';

const ICONS = { in: 'incoming', out: 'outgoing', internal: 'flat' } as const;

/** Records of a case with their files: adding, reading, versions, making final, redacting. */
export function RecordsPanel({ file, onAct }: { file: CaseFile; onAct: OnAct }) {
  const t = useTexts(recordTexts);
  const words = useTexts(texts);
  const queryClient = useQueryClient();
  const [adding, setAdding] = useState(false);
  const key = ['case-records', file.id, file.version];
  const pages = usePages(
    key,
    async (cursor, signal) =>
      (await listCaseRecords({ path: { caseId: file.id }, query: { limit: 50, ...(cursor ? { cursor } : {}) }, signal })).data,
  );
  const mayAdd = file.acts.some((each) => each.act === 'add_record' && each.possible);
  const changed = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: caseQuery(file.id).queryKey }),
      queryClient.invalidateQueries({ queryKey: eventsKey(file.id) }),
      queryClient.invalidateQueries({ queryKey: ['case-records', file.id] }),
    ]);
  };
  return (
    <section aria-labelledby="records" className="records">
      <div className="row row--between">
        <h2 id="records">{t.records}</h2>
        {mayAdd && (
          <span className="row noprint">
            <button type="button" className="linkbtn small" aria-expanded={adding} onClick={() => setAdding(!adding)}>
              {t.addFiles}
            </button>
            <button type="button" className="linkbtn small" onClick={() => onAct('add_record')}>
              {words.acts.add_record}
            </button>
          </span>
        )}
      </div>
      {adding && mayAdd && <AddFiles caseId={file.id} onAdded={() => void changed()} />}
      {pages.isLoading && <Loading lines={3} />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && pages.items.length === 0 && <p className="muted">{t.none}</p>}
      <ul className="plain">
        {pages.items.map((record) => (
          <Row key={record.id} file={file} record={record} mayEdit={mayAdd} onChanged={changed} />
        ))}
      </ul>
      <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
    </section>
  );
}

type RowProps = { file: CaseFile; record: FileRecord; mayEdit: boolean; onChanged: () => Promise<void> };

function Row({ file, record, mayEdit, onChanged }: RowProps) {
  const t = useTexts(recordTexts);
  const words = useTexts(texts);
  const said = useTexts(fileTexts);
  const [open, setOpen] = useState(false);
  const newest = record.files.find((each) => each.kind === 'version');
  const isWithheld = newest !== undefined && !newest.downloadable;
  return (
    <li>
      <div className="recordlink">
        <span className="no">{record.recordNo}</span>
        <span className="grow">
          <button type="button" className="linkbtn" aria-expanded={open} onClick={() => setOpen(!open)}>
            {record.marking?.withheld && record.marking.hidesTitle ? t.hiddenTitle : record.title}
          </button>
          <br />
          <span className="small muted">
            {words.directions[record.direction].toLowerCase()} {record.date}
            {record.correspondent && `, ${record.correspondent}`}
            {record.status !== 'final' && newest && `, ${t.status[record.status].toLowerCase()}`}
          </span>
          {(record.status === 'voided' || record.status === 'discarded') && (
            <span className="records__tag">
              <Tag>{t.status[record.status]}</Tag>
            </span>
          )}
          {record.marking && (
            <span className="records__tag">
              <Tag mood="warn">
                {record.marking.withheld && <Icon name="lock" small />} {t.isMarked}
              </Tag>
            </span>
          )}
          {newest?.release?.state === 'proposed' && (
            <span className="records__tag">
              <Tag mood="info">{t.release.tag}</Tag>
            </span>
          )}
          {newest && isWithheld && (
            <span className="records__tag">
              <Tag mood={newest.scanState === 'pending' && !newest.quarantine ? 'info' : 'alarm'}>
                {newest.quarantine ? said.quarantine[newest.quarantine] : said.scan[newest.scanState]}
              </Tag>
            </span>
          )}
        </span>
        <span className="muted">
          <Icon name={ICONS[record.direction]} />
        </span>
      </div>
      {open && !record.marking?.withheld && <RecordFiles file={file} record={record} mayEdit={mayEdit} onChanged={onChanged} />}
      {open && <RecordMarking file={file} record={record} onChanged={onChanged} />}
    </li>
  );
}
