// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { importMaturityModel, type MaturityModelImport, type MaturityModelProblem } from '@/api';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, Loading, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { words as catalogue } from '../words';
import { modelsChanged } from './queries';
import { texts } from './texts';
import './models.css';

const LARGEST = 2_000_000;
const MOODS = { would_draft: 'ok', drafted: 'ok', already_there: 'info', refused: 'alarm' } as const;

/** Takes in a model file: what is in it first, then as a draft. */
export function ModelImportPage() {
  const t = useTexts(texts);
  const words = useTexts(catalogue);
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File>();
  const [tooLarge, setTooLarge] = useState(false);
  const tried = useMutation({
    mutationFn: async (body: File) => (await importMaturityModel({ body, query: { dryRun: true } })).data,
  });
  const taken = useMutation({
    mutationFn: async (body: File) => (await importMaturityModel({ body })).data,
    onSuccess: () => modelsChanged(queryClient),
  });
  const choose = (chosen: File | undefined) => {
    tried.reset();
    taken.reset();
    setFile(chosen);
    setTooLarge(chosen !== undefined && chosen.size > LARGEST);
    if (chosen && chosen.size <= LARGEST) tried.mutate(chosen);
  };
  const found = taken.data ?? tried.data;
  const problem = taken.error ?? tried.error;
  return (
    <Page
      title={t.importTitle}
      purpose={t.importPurpose}
      crumbs={[
        { text: words.maturity, to: '/maturity' },
        { text: t.models, to: '/maturity/models' },
      ]}
    >
      <div className="field">
        <label className="label" htmlFor="model">
          {t.chooseFile}
        </label>
        <span className="hint" id="model-hint">
          {t.fileHint}
        </span>
        <input
          id="model"
          type="file"
          accept=".yaml,.yml,.json,.xlsx"
          aria-invalid={tooLarge ? true : undefined}
          aria-describedby={tooLarge ? 'model-hint model-fault' : 'model-hint'}
          onChange={(event) => choose(event.target.files?.[0])}
        />
        {tooLarge && (
          <p className="error-text" id="model-fault" role="alert">
            {t.tooLarge}
          </p>
        )}
      </div>
      {tried.isPending && <Loading lines={3} />}
      {problem && <ProblemAlert problem={problem} />}
      {found && <Found found={found} />}
      {file && found?.outcome === 'would_draft' && (
        <p className="field">
          <Button look="primary" busy={taken.isPending} onClick={() => taken.mutate(file)}>
            {t.take}
          </Button>
        </p>
      )}
    </Page>
  );
}

function Found({ found }: { found: MaturityModelImport }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { model, outcome, problems } = found;
  return (
    <>
      <p role="status" className="field">
        <Tag mood={MOODS[outcome]}>{t.outcomes[outcome]}</Tag>
      </p>
      {model && <p>{t.found(pick(model.title), model.version, found.criteriaCount ?? 0, found.indicatorCount ?? 0)}</p>}
      {model && (outcome === 'drafted' || outcome === 'already_there') && (
        <p>
          <Link to="/maturity/models/$modelId/$modelVersion" params={{ modelId: model.id, modelVersion: model.version }}>
            {t.toDraft}
          </Link>
        </p>
      )}
      {problems.length > 0 && <Problems problems={problems} />}
    </>
  );
}

function Problems({ problems }: { problems: readonly MaturityModelProblem[] }) {
  const t = useTexts(texts);
  const columns: Column<MaturityModelProblem>[] = [
    {
      key: 'where',
      head: t.where,
      rowHead: true,
      cell: ({ line, column, cell, path }) => (
        <>
          {cell ?? (line !== undefined && t.line(line, column))}
          <br />
          <code className="small muted">{path}</code>
        </>
      ),
    },
    {
      key: 'kind',
      head: t.kind,
      cell: ({ warning, code }) => (
        <>
          <Tag mood={warning ? 'warn' : 'alarm'}>{warning ? t.warning : t.fault}</Tag> <span className="small muted">{code}</span>
        </>
      ),
    },
    { key: 'what', head: t.problem, cell: ({ message }) => <LocalizedText text={message} /> },
  ];
  return (
    <Table
      caption={t.problems}
      columns={columns}
      rows={problems}
      rowKey={({ code, path, line, column, cell }) => [code, path, line, column, cell].join('/')}
      cards
    />
  );
}
