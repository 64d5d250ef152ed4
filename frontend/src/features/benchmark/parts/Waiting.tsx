// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type BenchmarkContribution, discardBenchmarkContribution, giveBenchmarkContribution, ifMatch, useMay, useMe } from '@/api';
import { FormDialog } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify, ProblemAlert } from '@/shared/ui';
import { texts } from '../texts';
import { useGroup, useValue } from '../useValue';

/** What waits to be given: exactly what would be sent, and the two ways to settle it. */
export function Waiting({ contributions }: { contributions: readonly BenchmarkContribution[] }) {
  const t = useTexts(texts);
  if (contributions.length === 0) return null;
  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">{t.waiting}</h2>
      <p className="measure">{t.waitingWhat}</p>
      <div className="grid-2 bm__waiting">
        {contributions.map((each) => (
          <Prepared key={each.id} contribution={each} />
        ))}
      </div>
    </section>
  );
}

function Prepared({ contribution }: { contribution: BenchmarkContribution }) {
  const t = useTexts(texts);
  const pick = usePick();
  const may = useMay();
  const { date } = useFormats();
  const queryClient = useQueryClient();
  const [giving, setGiving] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const name = `${contribution.measure.code} ${pick(contribution.measure.name)}`;
  const again = () => queryClient.invalidateQueries({ queryKey: ['benchmark'] });
  const discard = async () => {
    try {
      await discardBenchmarkContribution({ path: { contributionId: contribution.id }, headers: ifMatch(contribution.version) });
      notify(t.discarded);
    } catch (thrown) {
      setFailed(thrown);
    }
    await again();
  };
  return (
    <article className="panel" aria-label={name}>
      <h3>{t.sent}</h3>
      <Sent contribution={contribution} />
      <p className="small muted bm__stays">
        {t.notSent(contribution.source.title, contribution.preparedBy.displayName, date(contribution.preparedAt))}
      </p>
      {failed !== null && <ProblemAlert problem={failed} />}
      <div className="row bm__acts">
        {contribution.mayGive && (
          <Button look="primary" onClick={() => setGiving(true)}>
            {t.give}
            <span className="vh">: {name}</span>
          </Button>
        )}
        {contribution.mayDiscard && (
          <Button onClick={() => void discard()}>
            {t.discard}
            <span className="vh">: {name}</span>
          </Button>
        )}
        {may('benchmark:give') && !contribution.mayGive && <span className="muted">{t.notYou}</span>}
      </div>
      {giving && (
        <FormDialog
          title={t.giveTitle}
          submit={t.give}
          initial={{}}
          send={async () => {
            await giveBenchmarkContribution({ path: { contributionId: contribution.id }, headers: ifMatch(contribution.version) });
            await again();
            notify(t.gave);
          }}
          onClose={() => setGiving(false)}
        >
          {() => (
            <>
              <Sent contribution={contribution} />
              <p>{t.giveWhat}</p>
            </>
          )}
        </FormDialog>
      )}
    </article>
  );
}

/** Everything that is sent, line by line. */
function Sent({ contribution }: { contribution: BenchmarkContribution }) {
  const t = useTexts(texts);
  const pick = usePick();
  const me = useMe();
  const write = useValue();
  const group = useGroup();
  const { number } = useFormats();
  const { measure } = contribution;
  const lines = [
    [t.measure, `${measure.code} ${pick(measure.name)}`],
    [t.value, write(contribution.value, measure.unit)],
    [t.n, contribution.n === undefined ? undefined : number(contribution.n, 0)],
    [t.year, String(contribution.year)],
    [t.group, group(contribution)],
    [t.model, `${measure.modelId} ${measure.modelVersion}`],
    [t.name, pick(me.authority.name)],
  ] as const;
  return (
    <dl className="deflist">
      {lines
        .filter(([, text]) => text)
        .map(([word, text]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
