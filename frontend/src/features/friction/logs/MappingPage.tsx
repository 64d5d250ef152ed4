// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { asProblem, confirmEventLogMapping, type EventClass, type EventLogMapping, ifMatch, type ProblemError, useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Icon, Loading, notify, ProblemAlert, Tag } from '@/shared/ui';
import { useClassNames } from '../classes';
import { LogPage } from '../LogPage';
import { classesQuery, FRICTION, mappingQuery } from '../queries';
import { useDefinition } from '../text/definitions';
import { useSay } from '../text/say';
import { missing, NEEDS } from './needs';
import { logTexts } from './texts';

const PAGE = 60;

/** Which class each step belongs to and which ends a case: suggested by name, confirmed by a person. */
export function MappingPage() {
  const t = useTexts(logTexts);
  const { logId } = useParams({ from: '/frame/friction/$logId/mapping' });
  // Read here, not in the function below: only what is read while this renders makes it render anew.
  const { data: mapping, error: mappingError, refetch } = useQuery(mappingQuery(logId));
  const { data: classes, error: classesError } = useQuery(classesQuery);
  const error = mappingError ?? classesError;
  return (
    <LogPage logId={logId} title={t.mappingTitle} purpose={t.mappingPurpose}>
      {() =>
        error ? (
          <ProblemAlert problem={error} onRetry={() => void refetch()} />
        ) : mapping && classes ? (
          <Editor key={mapping.version} logId={logId} mapping={mapping} classes={classes} />
        ) : (
          <Loading lines={10} />
        )
      }
    </LogPage>
  );
}

function Editor({ logId, mapping, classes }: { logId: string; mapping: EventLogMapping; classes: readonly EventClass[] }) {
  const t = useTexts(logTexts);
  const pick = usePick();
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { number, moment } = useFormats();
  const [chosen, setChosen] = useState(
    () => new Map(mapping.activities.map((one) => [one.activity, one.eventClass ?? (mapping.confirmed ? '' : (one.suggestedClass ?? ''))])),
  );
  const [ends, setEnds] = useState(() => new Set(mapping.endActivities));
  const [shown, setShown] = useState(PAGE);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [tries, setTries] = useState(0);
  const fixed = mapping.fixed || !may('event-log:manage');
  const mapped = useMemo(() => new Set([...chosen.values()].filter(Boolean)), [chosen]);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const activities = [...chosen]
        .filter(([, eventClass]) => eventClass !== '')
        .map(([activity, eventClass]) => ({ activity, eventClass }));
      await confirmEventLogMapping({
        path: { eventLogId: logId },
        headers: ifMatch(mapping.version),
        body: { activities, endActivities: [...ends] },
      });
      await client.invalidateQueries({ queryKey: [FRICTION] });
      notify(t.confirmedNow);
      await navigate({ to: '/friction/$logId', params: { logId } });
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setTries((count) => count + 1);
    } finally {
      setBusy(false);
    }
  };
  const options = (fromModel: boolean) =>
    classes
      .filter((one) => one.fromModel === fromModel)
      .map((one) => (
        <option key={one.code} value={one.code}>
          {pick(one.name)}
        </option>
      ));
  const named = useClassNames();
  const say = useSay();
  return (
    <form onSubmit={send} noValidate className="mapping">
      <div>
        {problem && <ProblemAlert problem={problem} focusKey={tries} />}
        <p className="note">
          {mapping.fixed
            ? t.fixed
            : fixed
              ? t.mayNot
              : mapping.confirmed && mapping.confirmedAt
                ? t.confirmedAt(moment(mapping.confirmedAt))
                : t.suggestion}
        </p>
        <table className="table table--mid mappingtable">
          <caption className="vh">{t.mappingTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.activity}</th>
              <th scope="col" className="num">
                {t.events}
              </th>
              <th scope="col">{t.eventClass}</th>
              <th scope="col">{t.ends}</th>
            </tr>
          </thead>
          <tbody>
            {mapping.activities.slice(0, shown).map((one) => {
              const value = chosen.get(one.activity) ?? '';
              return (
                <tr key={one.activity}>
                  <th scope="row">{say(one.activity)}</th>
                  <td className="num" data-l={t.events}>
                    {number(one.events, 0)}
                  </td>
                  <td data-l={t.eventClass}>
                    {fixed ? (
                      value ? (
                        pick(named(value))
                      ) : (
                        '–'
                      )
                    ) : (
                      <span className="mappingtable__class">
                        <select
                          className="select select--dense"
                          aria-label={t.classOf(one.activity)}
                          value={value}
                          onChange={(event) => setChosen(new Map(chosen).set(one.activity, event.target.value))}
                        >
                          <option value="">{t.noClass}</option>
                          <optgroup label={t.modelClasses}>{options(true)}</optgroup>
                          <optgroup label={t.ownClasses}>{options(false)}</optgroup>
                        </select>
                        {!mapping.confirmed && value !== '' && value === one.suggestedClass && <Tag mood="info">{t.suggested}</Tag>}
                      </span>
                    )}
                  </td>
                  <td data-l={t.ends}>
                    {fixed ? (
                      ends.has(one.activity) && <Icon name="check" />
                    ) : (
                      <input
                        type="checkbox"
                        className="bigcheck"
                        aria-label={t.endsOf(one.activity)}
                        checked={ends.has(one.activity)}
                        onChange={(event) => {
                          const next = new Set(ends);
                          if (event.target.checked) next.add(one.activity);
                          else next.delete(one.activity);
                          setEnds(next);
                        }}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {shown < mapping.activities.length && (
          <p>
            <Button small onClick={() => setShown(shown + PAGE)}>
              {t.more(number(Math.min(PAGE, mapping.activities.length - shown), 0))}
            </Button>
          </p>
        )}
      </div>
      <aside className="mapping__side">
        <Measurable mapped={mapped} endKnown={ends.size > 0} />
        {!fixed && (
          <p className="form__foot">
            <Button type="submit" look="primary" busy={busy}>
              {t.confirm}
            </Button>
          </p>
        )}
      </aside>
    </form>
  );
}

/** What becomes measurable by what is chosen, as one chooses it. */
function Measurable({ mapped, endKnown }: { mapped: ReadonlySet<string>; endKnown: boolean }) {
  const t = useTexts(logTexts);
  const pick = usePick();
  const { number } = useFormats();
  const definition = useDefinition();
  const named = useClassNames();
  const lines = [
    ...NEEDS.map((need) => ({
      name: definition(need.measure).name,
      lacks: missing(need, mapped)
        .map((group) => group.map((code) => pick(named(code))).join(` ${t.or2} `))
        .join('; '),
    })),
    { name: t.closed, lacks: endKnown ? '' : t.closedNeeds },
  ];
  const can = lines.filter((line) => line.lacks === '').length;
  return (
    <section className="panel panel--ground">
      <h2 className="h3">{t.measurable}</h2>
      <p className="small muted" role="status">
        {t.measurableCount(number(can, 0), number(lines.length, 0))}
      </p>
      <ul className="measurable">
        {lines.map((line) => (
          <li key={line.name}>
            <Icon name={line.lacks === '' ? 'check' : 'flat'} />
            <span>
              <b>{line.name}</b>
              <span className="small muted">{line.lacks === '' ? t.can : `${t.cannot}: ${line.lacks}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
