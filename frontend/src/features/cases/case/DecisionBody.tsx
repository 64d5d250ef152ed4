// SPDX-License-Identifier: EUPL-1.2
import type { CaseDecision } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { partyTexts } from '../parties/texts';
import { texts as common } from '../texts';
import { texts as acts } from './acts/texts';

/** The content of a decision, as it will be signed. */
export function DecisionBody({ decision }: { decision: CaseDecision }) {
  const t = useTexts(acts);
  const words = useTexts(common);
  const partyWords = useTexts(partyTexts);
  const parts = [
    [t.decisionText, decision.text],
    [t.background, decision.background],
    [t.reasons, decision.reasons],
    [t.provisions, decision.appliedProvisions.join('\n')],
    [
      t.exception,
      decision.communicationException && `${t.exceptions[decision.communicationException]}. ${decision.communicationExceptionReason ?? ''}`,
    ],
    [t.omitted, decision.reasonsOmittedGround && t.omissionGrounds[decision.reasonsOmittedGround]],
    [t.referralWaiver, decision.referralWaiverReason],
    [t.presenter, decision.presenters.map((person) => person.displayName).join(', ')],
    [t.dissents, decision.dissents?.map((each) => `${each.by.displayName}: ${each.text}`).join('\n')],
    [t.withdrawnWhy, decision.withdrawnReason],
    [
      t.sentTo,
      decision.dispatchedTo
        ?.map((each) => `${each.name}: ${each.forwarded ? partyWords.forwarded : words.channels[each.channel].toLowerCase()}`)
        .join('\n'),
    ],
  ] as const;
  return (
    <div className="stack">
      <p>
        <b>
          <LocalizedText text={decision.name} />: <LocalizedText text={decision.outcomeName} />
        </b>
      </p>
      {parts
        .filter(([, text]) => text)
        .map(([head, text]) => (
          <section key={head}>
            <h3>{head}</h3>
            <p className="prose">{text}</p>
          </section>
        ))}
    </div>
  );
}
