// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type CriterionCard, decideLevel, type LevelDecision, type NewLevelDecision, proposeLevel } from '@/api';
import { type Fault, Form, type FormState, fieldId, TextArea, useForm } from '@/shared/form';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, notify } from '@/shared/ui';
import { assessmentKey, assessmentsKey, scorecardQuery } from '../../queries';
import { type Board, criterionOf } from '../context';
import { Level } from '../Level';
import { texts } from '../texts';
import { Sources } from './Sources';

/** What a reason must at least hold to say anything (SCORING §1). */
const SHORTEST_REASON = 20;

type Choice = { level: string; reason: string };
const NOT_APPLICABLE = 'not-applicable';

type Props = { board: Board; card: CriterionCard; kind: 'decide' | 'propose'; onClose: () => void };

/** Decides or proposes a level: the sources in sight, one sentence chosen, and why. */
export function DecideDialog({ board, card, kind, onClose }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const queryClient = useQueryClient();
  const { assessmentId } = board.scorecard;
  const [seen, setSeen] = useState<LevelDecision | undefined>(card.decision);
  const [overtaken, setOvertaken] = useState<LevelDecision | null>(null);

  const send = async ({ level, reason }: Choice) => {
    const body: NewLevelDecision = {
      ...(level === NOT_APPLICABLE ? { notApplicable: true } : { level: Number(level) }),
      reason: reason.trim(),
      ...(kind === 'decide' && seen ? { supersedes: seen.id } : {}),
    };
    const path = { assessmentId, criterion: card.criterion };
    try {
      if (kind === 'decide') await decideLevel({ path, body });
      else await proposeLevel({ path, body });
    } catch (thrown) {
      const now = kind === 'decide' && asProblem(thrown).status === 409 ? await decisionNow() : undefined;
      if (!now || now.id === seen?.id) throw thrown;
      // Another was first: show what they decided, keep what is typed, and replace theirs only if asked to again.
      setSeen(now);
      setOvertaken(now);
      return;
    }
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: assessmentKey(assessmentId) }),
      queryClient.invalidateQueries({ queryKey: assessmentsKey }),
    ]);
    notify(
      kind === 'decide'
        ? t.decidedNow(card.criterion, level === NOT_APPLICABLE ? t.notApplicable : t.levelN(Number(level)))
        : t.proposedNow(card.criterion),
    );
    onClose();
  };

  const decisionNow = async () => {
    const fresh = await queryClient.fetchQuery({ ...scorecardQuery(assessmentId, undefined), staleTime: 0 });
    return fresh.criteria.find((one) => one.criterion === card.criterion)?.decision;
  };

  const form = useForm<Choice>({
    initial: { level: '', reason: '' },
    check: ({ level, reason }) => {
      const faults: Fault[] = [];
      if (!level) faults.push({ pointer: '/level', message: t.giveLevel });
      if (reason.trim().length < SHORTEST_REASON) faults.push({ pointer: '/reason', message: t.giveReason });
      return faults;
    },
    send,
  });

  const name = pick(card.name);
  return (
    <Dialog wide title={kind === 'decide' ? t.decideTitle(card.criterion, name) : t.proposeTitle(card.criterion, name)} onClose={onClose}>
      <p className="measure">{kind === 'decide' ? t.decideWhat : t.proposeWhat}</p>
      <details className="sc__seen" open>
        <summary>{t.sources}</summary>
        <Sources rated={card.rated} measured={card.measured} verified={card.verified} />
      </details>
      <Form form={form}>
        {overtaken && (
          <div className="error-summary error-summary--warn" role="alert">
            <h3>{t.changedMeanwhile}</h3>
            <p>
              {t.changedMeanwhileWhat(
                overtaken.decidedBy.displayName,
                overtaken.level === undefined ? t.notApplicable.toLocaleLowerCase('sv') : t.levelN(overtaken.level),
                overtaken.reason,
              )}
            </p>
          </div>
        )}
        <LevelChoice form={form} board={board} card={card} />
        <TextArea
          at="/reason"
          label={t.reason}
          hint={t.reasonHint}
          value={form.values.reason}
          onValue={(value) => form.set('reason', value)}
          maxLength={2000}
        />
        <p className="small muted num">{t.chars(form.values.reason.trim().length)}</p>
        <div className="form__foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit" busy={form.busy}>
            {kind === 'decide' ? t.doDecide : t.doPropose}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** The sentences of the criterion to choose from, and that it does not apply. */
function LevelChoice({ form, board, card }: { form: FormState<Choice>; board: Board; card: CriterionCard }) {
  const t = useTexts(texts);
  const id = fieldId(form, '/level');
  const fault = form.faults.find((one) => one.pointer === '/level')?.message;
  const option = (value: string) => ({
    type: 'radio' as const,
    name: id,
    value,
    checked: form.values.level === value,
    onChange: () => form.set('level', value),
  });
  return (
    <fieldset className="field sc__choose" id={id} tabIndex={-1} aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="label">{t.chooseLevel}</legend>
      {fault && (
        <p className="error-text" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {criterionOf(board, card)?.levels.map(({ level, text }) => (
        <label className="choice" key={level}>
          <input {...option(String(level))} />
          <Level level={level} />
          <span>
            <LocalizedText text={text} />
          </span>
        </label>
      ))}
      <label className="choice choice--dk">
        <input {...option(NOT_APPLICABLE)} />
        <span className="lvl lvl--none" aria-hidden="true">
          –
        </span>
        <span>{t.doesNotApply}</span>
      </label>
    </fieldset>
  );
}
