// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CaseTypeBundle, type CaseTypeBundleItem, type CaseTypeBundlePlan, importCaseTypeBundle, tryCaseTypeBundle } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, notify, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { typesChanged } from './queries';
import { usePlace } from './Remaining';
import { texts } from './texts';

const LARGEST = 1_000_000;
const MOODS = { create: 'ok', new_version: 'ok', unchanged: undefined, refused: 'alarm' } as const;

/** The bundle in a file, or what is wrong with the file. */
async function bundleIn(file: File): Promise<CaseTypeBundle | 'large' | 'other'> {
  if (file.size > LARGEST) return 'large';
  try {
    const read: unknown = JSON.parse(await file.text());
    const isBundle = typeof read === 'object' && read !== null && 'format' in read && read.format === 'malbild_case_types';
    return isBundle ? (read as CaseTypeBundle) : 'other';
  } catch {
    return 'other';
  }
}

/** Takes in case types from another installation: what would happen first, then as drafts. */
export function ImportPage() {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const [bundle, setBundle] = useState<CaseTypeBundle>();
  const [wrong, setWrong] = useState<string>();
  const [done, setDone] = useState(false);
  const tried = useMutation({ mutationFn: async (body: CaseTypeBundle) => (await tryCaseTypeBundle({ body })).data });
  const taken = useMutation({
    mutationFn: async (given: { token: string; bundle: CaseTypeBundle }) => (await importCaseTypeBundle({ body: given })).data,
    onSuccess: async (plan) => {
      setDone(true);
      await typesChanged(queryClient);
      notify(t.applied(plan.applicable));
    },
  });
  const choose = async (file: File | undefined) => {
    setBundle(undefined);
    setWrong(undefined);
    setDone(false);
    tried.reset();
    taken.reset();
    if (!file) return;
    const found = await bundleIn(file);
    if (found === 'large' || found === 'other') setWrong(found === 'large' ? t.tooLarge : t.notABundle);
    else {
      setBundle(found);
      tried.mutate(found);
    }
  };
  const plan = tried.data;
  return (
    <Page
      title={t.importTitle}
      purpose={t.importPurpose}
      crumbs={[
        { text: t.home, to: '/' },
        { text: t.types, to: '/case-types' },
      ]}
    >
      <div className="field">
        <label className="label" htmlFor="bundle">
          {t.chooseFile}
        </label>
        <input
          id="bundle"
          type="file"
          accept="application/json,.json"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? 'bundle-fault' : undefined}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        {wrong && (
          <p className="error-text" id="bundle-fault" role="alert">
            {wrong}
          </p>
        )}
      </div>
      {tried.error && <ProblemAlert problem={tried.error} />}
      {plan && <Plan plan={plan} bundle={bundle} />}
      {taken.error && <ProblemAlert problem={taken.error} />}
      {plan && bundle && !done && (
        <div className="actbar field">
          {plan.applicable > 0 ? (
            <Button look="primary" busy={taken.isPending} onClick={() => taken.mutate({ token: plan.token, bundle })}>
              {t.apply(plan.applicable)}
            </Button>
          ) : (
            <p>{plan.items.some((item) => item.action === 'refused') ? t.refusedWhole : t.nothingToApply}</p>
          )}
        </div>
      )}
      {done && (
        <p className="field">
          <Link to="/case-types">{t.types}</Link>
        </p>
      )}
    </Page>
  );
}

function Plan({ plan, bundle }: { plan: CaseTypeBundlePlan; bundle: CaseTypeBundle | undefined }) {
  const t = useTexts(texts);
  const columns: Column<CaseTypeBundleItem>[] = [
    {
      key: 'type',
      head: t.type,
      rowHead: true,
      cell: (item) => (item.name ? <LocalizedText text={item.name} /> : (item.key ?? String(item.position + 1))),
    },
    {
      key: 'action',
      head: t.what,
      cell: (item) => (
        <>
          <Tag mood={MOODS[item.action]}>{t.actions[item.action]}</Tag>{' '}
          {item.draftVersion !== undefined && <span className="muted">{t.asDraft(item.draftVersion)}</span>}
        </>
      ),
    },
    {
      key: 'faults',
      head: t.faults,
      cell: (item) => (
        <>
          <Faults faults={item.faults} definition={bundle?.caseTypes[item.position]} />
          {item.remarks.length > 0 && <p className="small muted">{t.toMend}:</p>}
          <Faults faults={item.remarks} definition={bundle?.caseTypes[item.position]} />
        </>
      ),
    },
  ];
  return <Table caption={t.planCaption} columns={columns} rows={plan.items} rowKey={(item) => String(item.position)} cards dense />;
}

function Faults({ faults, definition }: { faults: CaseTypeBundleItem['faults']; definition: unknown }) {
  const place = usePlace();
  return (
    <ul className="typelist small">
      {faults.map((fault) => (
        <li key={`${fault.pointer}${fault.code}${fault.message.sv}`}>
          {place(definition, fault.pointer.replace(/^\/caseTypes\/\d+/, ''))}: <LocalizedText text={fault.message} />{' '}
          <code className="muted">{fault.pointer}</code>
        </li>
      ))}
    </ul>
  );
}
