// SPDX-License-Identifier: EUPL-1.2
import { type FormEvent, useId, useRef, useState } from 'react';
import type { NewWorkshopIdea, WorkshopIdeaKind, WorkshopIdeasLeft } from '@/api/gen/types.gen';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { texts } from '../texts';
import { PhoneFrame } from './PhoneFrame';
import { useDelivery } from './useDelivery';

const KINDS = ['stop', 'start', 'keep'] as const satisfies readonly WorkshopIdeaKind[];
const LONGEST = 280;
const EACH = 5;

type Props = { left: number | undefined; place: string; isLost: boolean };

/** Silent notes: what to stop, start or keep, one at a time, without name. */
export function IdeaStep({ left: leftAtFirst = EACH, place, isLost }: Props) {
  const t = useTexts(texts);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [left, setLeft] = useState(leftAtFirst);
  const [kind, setKind] = useState<WorkshopIdeaKind>('stop');
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const [sent, setSent] = useState<{ kind: WorkshopIdeaKind; text: string }[]>([]);
  const { sending, deliver } = useDelivery<NewWorkshopIdea, WorkshopIdeasLeft>({
    method: 'POST',
    path: '/workshop-sessions/current/ideas',
    onKept: (kept) => {
      setLeft(kept.left);
      setSent((old) => [...old, { kind, text: text.trim() }]);
      setText('');
    },
    onRefused: (problem) => setFault(problem.problem?.detail ?? t.ideaRefused),
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) {
      setFault(t.giveIdea);
      field.current?.focus();
      return;
    }
    setFault('');
    deliver({ id: crypto.randomUUID(), kind, text: text.trim() });
  };
  return (
    <PhoneFrame title={t.board} place={place} page="notes" isLost={isLost}>
      {left > 0 ? (
        <form onSubmit={onSubmit}>
          <fieldset>
            <legend className="label">{t.ideaKind}</legend>
            <div className="ws__kinds">
              {KINDS.map((each) => (
                <label key={each}>
                  <input type="radio" name="kind" value={each} checked={kind === each} onChange={() => setKind(each)} />
                  <span>{t.kinds[each]}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <label className="label ws__after" htmlFor={id}>
            {t.kindsWhat[kind]}
          </label>
          <p className="hint" id={`${id}-hint`}>
            {t.ideaHint}
          </p>
          {fault && (
            <p className="error-text" role="alert" id={`${id}-fault`}>
              {fault}
            </p>
          )}
          <textarea
            className="input"
            id={id}
            ref={field}
            rows={4}
            maxLength={LONGEST}
            aria-describedby={fault ? `${id}-hint ${id}-fault` : `${id}-hint`}
            value={text}
            readOnly={sending !== undefined}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="ws__send">
            <Button look="primary" type="submit" className="btn--lg btn--block" busy={sending !== undefined}>
              {sending ? t.sending : t.sendIdea}
            </Button>
          </div>
        </form>
      ) : (
        <p className="ws__lead">{t.noIdeasLeft}</p>
      )}
      <div role="status">
        {sending && sending.tries > 0 && <p className="ws__lost small">{t.notSent}</p>}
        {!sending && sent.length > 0 && (
          <p className="ws__works">
            {t.ideaSent} {left > 0 && t.ideasLeft(left)}
          </p>
        )}
      </div>
      {sent.length > 0 && (
        <ul className="plain ws__notes">
          {sent.map((each, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are only added to
            <li key={at}>
              <b>{t.kinds[each.kind]}</b> {each.text}
            </li>
          ))}
        </ul>
      )}
      <p className="small muted ws__foot">{t.ideaWhat}</p>
    </PhoneFrame>
  );
}
