// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import {
  adoptDecision,
  type CaseChannel,
  type CaseCommunicationException,
  type CaseDecision,
  type CaseOmissionGround,
  type CaseParty,
  closeCase,
  confirmSession,
  decideCase,
  dispatchCase,
  noteDissent,
  proposeDecision,
  returnDecision,
  useMe,
  withdrawDecision,
} from '@/api';
import { getCaseTypeOptions, listCaseOfficersOptions } from '@/api/queries';
import { CheckField, CheckGroup, SelectField, TextArea, TextField } from '@/shared/form';
import { LocalizedText, useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { partyTexts } from '../../parties/texts';
import { texts as common } from '../../texts';
import { DecisionBody } from '../DecisionBody';
import { ActDialog, type ActProps } from './ActDialog';
import { texts as lawTexts } from './lawTexts';
import { texts } from './texts';

const LEAST = 3;
const EXCEPTIONS = [
  'obviously_unnecessary',
  'selection',
  'enforcement_at_risk',
  'urgent_interest',
] as const satisfies readonly CaseCommunicationException[];
const OMISSIONS = ['urgent_interest', 'protection', 'selection', 'regulations'] as const satisfies readonly CaseOmissionGround[];
/** Ways that tell nobody where somebody protected lives; post is forwarded. */
const TO_PROTECTED = ['counter', 'eservice'] as const satisfies readonly CaseChannel[];
const isForwarded = (party: CaseParty) => party.protectedIdentity !== undefined && party.protectedIdentity !== 'none';
const WAYS = ['post', 'email', 'eservice', 'counter'] as const satisfies readonly CaseChannel[];

/** Takes a consultant's draft as one's own, so that it can be decided. */
export function AdoptDialog({ file, onClose }: ActProps) {
  const t = useTexts(lawTexts);
  const words = useTexts(common);
  const draft = inState(file.decisions, 'proposed');
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.adopt_draft}
      wide
      initial={{}}
      act={(_, headers, now) =>
        adoptDecision({ path: { caseId: file.id, decisionId: inState(now.decisions, 'proposed')?.id ?? '' }, headers })
      }
      done={() => t.adopted}
    >
      {() => (
        <>
          <p className="note">{t.adoptWhat}</p>
          {draft && <DecisionBody decision={draft} />}
        </>
      )}
    </ActDialog>
  );
}

/** A draft decision for the decision maker. */
export function ProposeDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const pick = usePick();
  const me = useMe();
  const { data: type } = useQuery(getCaseTypeOptions({ path: { caseTypeId: file.caseTypeId }, query: { version: file.caseTypeVersion } }));
  const { data: officers } = useQuery(listCaseOfficersOptions());
  const people = (officers?.items ?? []).map((officer) => ({ value: officer.user.id, text: officer.user.displayName }));
  return (
    <ActDialog
      wide
      file={file}
      onClose={onClose}
      drafts="propose"
      title={words.acts.propose}
      initial={{
        decisionType: '',
        outcome: '',
        text: '',
        background: '',
        reasons: '',
        provisions: '',
        omitted: '',
        referralWaiver: '',
        exception: '',
        exceptionReason: '',
        presenterId: me.user.id,
        decisionMakerId: '',
      }}
      check={({ decisionType, outcome, text }) => [
        ...(decisionType ? [] : [{ pointer: '/decisionType', message: t.giveDecisionType }]),
        ...(outcome ? [] : [{ pointer: '/outcome', message: t.giveResult }]),
        ...(text.trim() ? [] : [{ pointer: '/text', message: t.giveDecisionText }]),
      ]}
      act={(values, headers) =>
        proposeDecision({
          path: { caseId: file.id },
          headers,
          body: {
            decisionType: values.decisionType,
            outcome: values.outcome,
            text: values.text.trim(),
            background: values.background.trim() || undefined,
            reasons: values.reasons.trim() || undefined,
            appliedProvisions: values.provisions
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
            reasonsOmittedGround: (values.omitted || undefined) as CaseOmissionGround | undefined,
            referralWaiverReason: values.referralWaiver.trim() || undefined,
            communicationException: (values.exception || undefined) as CaseCommunicationException | undefined,
            communicationExceptionReason: values.exceptionReason.trim() || undefined,
            presenterIds: values.presenterId ? [values.presenterId] : [],
            decisionMakerId: values.decisionMakerId || undefined,
          },
        })
      }
      done={() => t.proposed}
    >
      {({ values, set, setAll }) => {
        const kind = type?.decisionTypes.find((each) => each.key === values.decisionType);
        return (
          <>
            <SelectField
              at="/decisionType"
              label={t.decisionType}
              empty={t.chooseDecisionType}
              options={(type?.decisionTypes ?? []).map((each) => ({ value: each.key, text: pick(each.name) }))}
              value={values.decisionType}
              onValue={(decisionType) => setAll({ ...values, decisionType, outcome: '' })}
            />
            <SelectField
              at="/outcome"
              label={t.result}
              empty={t.chooseResult}
              options={(kind?.outcomes ?? []).map((outcome) => ({ value: outcome.key, text: pick(outcome.name) }))}
              value={values.outcome}
              onValue={(value) => set('outcome', value)}
            />
            <TextArea
              at="/text"
              label={t.decisionText}
              maxLength={20_000}
              rows={5}
              value={values.text}
              onValue={(value) => set('text', value)}
            />
            <TextArea
              at="/background"
              label={t.background}
              optional
              maxLength={20_000}
              rows={4}
              value={values.background}
              onValue={(value) => set('background', value)}
            />
            <TextArea
              at="/reasons"
              label={t.reasons}
              hint={t.reasonsHint}
              maxLength={20_000}
              rows={6}
              value={values.reasons}
              onValue={(value) => set('reasons', value)}
            />
            <TextArea
              at="/appliedProvisions"
              label={t.provisions}
              hint={t.provisionsHint}
              rows={3}
              value={values.provisions}
              onValue={(value) => set('provisions', value)}
            />
            <SelectField
              at="/reasonsOmittedGround"
              label={t.omitted}
              empty={t.omittedNone}
              options={OMISSIONS.map((ground) => ({ value: ground, text: t.omissionGrounds[ground] }))}
              value={values.omitted}
              onValue={(value) => set('omitted', value)}
            />
            {file.waits.includes('referral') && (
              <TextArea
                at="/referralWaiverReason"
                label={t.referralWaiver}
                optional
                maxLength={2000}
                rows={2}
                value={values.referralWaiver}
                onValue={(value) => set('referralWaiver', value)}
              />
            )}
            <SelectField
              at="/communicationException"
              label={t.exception}
              empty={t.exceptionNone}
              options={EXCEPTIONS.map((exception) => ({ value: exception, text: t.exceptions[exception] }))}
              value={values.exception}
              onValue={(value) => set('exception', value)}
            />
            {values.exception !== '' && (
              <TextArea
                at="/communicationExceptionReason"
                label={t.exceptionReason}
                maxLength={2000}
                rows={2}
                value={values.exceptionReason}
                onValue={(value) => set('exceptionReason', value)}
              />
            )}
            <SelectField
              at="/presenterIds"
              label={t.presenter}
              empty={t.noPresenter}
              options={people}
              value={values.presenterId}
              onValue={(value) => set('presenterId', value)}
            />
            <SelectField
              at="/decisionMakerId"
              label={t.decisionMaker}
              empty={t.anyDecisionMaker}
              options={people}
              value={values.decisionMakerId}
              onValue={(value) => set('decisionMakerId', value)}
            />
          </>
        );
      }}
    </ActDialog>
  );
}

const inState = (decisions: readonly CaseDecision[], state: CaseDecision['state']) =>
  decisions.find((decision) => decision.state === state);

/** Sends the proposal back to its author. */
export function ReturnProposalDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.return_proposal}
      initial={{ reason: '' }}
      check={({ reason }) => (reason.trim().length >= LEAST ? [] : [{ pointer: '/reason', message: t.giveReasonLong }])}
      act={({ reason }, headers) =>
        returnDecision({
          path: { caseId: file.id, decisionId: inState(file.decisions, 'proposed')?.id ?? '' },
          headers,
          body: { reason: reason.trim() },
        })
      }
      done={() => t.returnedProposal}
    >
      {({ values, set }) => (
        <TextArea at="/reason" label={t.reason} maxLength={2000} rows={4} value={values.reason} onValue={(value) => set('reason', value)} />
      )}
    </ActDialog>
  );
}

/** Signs the proposal: the text in full, then the password, and what cannot be undone is said. */
export function DecideDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const proposal = inState(file.decisions, 'proposed');
  return (
    <ActDialog
      wide
      file={file}
      onClose={onClose}
      title={words.acts.decide}
      submit={t.sign}
      initial={{ currentPassword: '' }}
      check={({ currentPassword }) => (currentPassword ? [] : [{ pointer: '/currentPassword', message: t.givePassword }])}
      act={async ({ currentPassword }, headers) => {
        await confirmSession({ body: { currentPassword } });
        // Always the proposal that was read here, also when the case has changed around it.
        return decideCase({ path: { caseId: file.id, decisionId: proposal?.id ?? '' }, headers });
      }}
      done={() => t.signed}
    >
      {({ values, set }) => (
        <>
          {proposal && <DecisionBody decision={proposal} />}
          <p className="note note--warn">{t.decideWhat}</p>
          <TextField
            at="/currentPassword"
            label={t.password}
            hint={t.passwordHint}
            type="password"
            autoComplete="current-password"
            value={values.currentPassword}
            onValue={(value) => set('currentPassword', value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** Sends the signed decision. */
export function DispatchDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const partyWords = useTexts(partyTexts);
  const words = useTexts(common);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.dispatch}
      initial={{ channel: 'post', ways: {} as Record<string, string>, omit: false, reason: '' }}
      check={({ omit, reason }) =>
        !omit || reason.trim().length >= LEAST ? [] : [{ pointer: '/officialsOmittedReason', message: t.giveOmitReason }]
      }
      act={({ channel, ways, omit, reason }, headers, now) =>
        dispatchCase({
          path: { caseId: file.id, decisionId: inState(now.decisions, 'signed')?.id ?? '' },
          headers,
          body: {
            channel: channel as CaseChannel,
            recipients: Object.entries(ways)
              .filter(([, way]) => way !== '')
              .map(([partyId, way]) => ({ partyId, channel: way as CaseChannel })),
            officialsOmittedReason: omit ? reason.trim() : undefined,
          },
        })
      }
      done={() => t.dispatched}
    >
      {({ values, set }) => (
        <>
          <p>{t.dispatchWhat}</p>
          <SelectField
            at="/channel"
            label={t.channel}
            options={WAYS.map((way) => ({ value: way, text: words.channels[way] }))}
            value={values.channel}
            onValue={(value) => set('channel', value)}
          />
          {file.parties.filter(isForwarded).map((party) => (
            <p key={party.id} className="note">
              <b>{party.name}:</b> {partyWords.forwarded}. {partyWords.forwardedWhat}
            </p>
          ))}
          {file.parties.length > 1 &&
            file.parties.map((party) => (
              <SelectField
                key={party.id}
                at={`/recipients/${party.id}`}
                label={t.wayOf(party.name)}
                empty={isForwarded(party) ? partyWords.forwarded : t.sameWay}
                options={(isForwarded(party) ? TO_PROTECTED : WAYS).map((way) => ({ value: way, text: words.channels[way] }))}
                value={values.ways[party.id] ?? ''}
                onValue={(way) => set('ways', { ...values.ways, [party.id]: way })}
              />
            ))}
          <CheckField
            at="/omit"
            label={t.omitOfficials}
            hint={t.omitOfficialsHint}
            checked={values.omit}
            onChecked={(checked) => set('omit', checked)}
          />
          {values.omit && (
            <TextArea
              at="/officialsOmittedReason"
              label={t.omitOfficialsReason}
              maxLength={1000}
              rows={2}
              value={values.reason}
              onValue={(value) => set('reason', value)}
            />
          )}
        </>
      )}
    </ActDialog>
  );
}

/** Notes that one thinks otherwise. */
export function DissentDialog({ file, onClose }: ActProps) {
  const t = useTexts(lawTexts);
  const words = useTexts(common);
  const decision = inState(file.decisions, 'proposed') ?? inState(file.decisions, 'signed');
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.note_dissent}
      initial={{ text: '' }}
      check={({ text }) => (text.trim().length >= LEAST ? [] : [{ pointer: '/text', message: t.giveDissent }])}
      act={({ text }, headers) =>
        noteDissent({ path: { caseId: file.id, decisionId: decision?.id ?? '' }, headers, body: { text: text.trim() } })
      }
      done={() => t.dissented}
    >
      {({ values, set }) => (
        <>
          <p>{t.dissentWhat}</p>
          <TextArea at="/text" label={t.dissent} maxLength={10_000} rows={5} value={values.text} onValue={(value) => set('text', value)} />
        </>
      )}
    </ActDialog>
  );
}

/** Takes back what is signed but not sent. */
export function WithdrawDialog({ file, onClose }: ActProps) {
  const t = useTexts(lawTexts);
  const words = useTexts(common);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.withdraw_decision}
      initial={{ reason: '' }}
      check={({ reason }) => (reason.trim().length >= LEAST ? [] : [{ pointer: '/reason', message: t.giveWithdrawReason }])}
      act={({ reason }, headers, now) =>
        withdrawDecision({
          path: { caseId: file.id, decisionId: inState(now.decisions, 'signed')?.id ?? '' },
          headers,
          body: { reason: reason.trim() },
        })
      }
      done={() => t.withdrawn}
    >
      {({ values, set }) => (
        <>
          <p className="note note--warn">{t.withdrawWhat}</p>
          <TextArea
            at="/reason"
            label={t.withdrawReason}
            maxLength={2000}
            rows={3}
            value={values.reason}
            onValue={(value) => set('reason', value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** Closes the case; what is not final is kept or discarded, and kept when one just goes on. */
export function CloseDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const needsReason = file.state !== 'dispatched';
  const loose = (file.looseEnds ?? []).filter((each) => each.discardable);
  const coming = (file.looseEnds ?? []).filter((each) => !each.discardable);
  const { language } = useLanguage();
  const inWords = (all: string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(all);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.close}
      initial={{ reason: '', kept: loose.map((each) => each.id) }}
      check={({ reason }) => (!needsReason || reason.trim().length >= LEAST ? [] : [{ pointer: '/reason', message: t.giveReasonLong }])}
      act={({ reason, kept }, headers) =>
        closeCase({
          path: { caseId: file.id },
          headers,
          body: {
            reason: reason.trim() || undefined,
            choices: loose.map(({ id }) => ({ id, fate: kept.includes(id) ? ('keep' as const) : ('discard' as const) })),
          },
        })
      }
      done={() => t.closed}
    >
      {({ values, set }) => (
        <>
          <div className="field">
            <p>{t.closeWhat}</p>
            {file.outcome && (
              <p>
                {words.outcome}: <LocalizedText text={file.outcome} />
              </p>
            )}
            {coming.length > 0 && <p>{t.becomeFinal(inWords(coming.map((each) => String(each.recordNo))))}</p>}
          </div>
          {loose.length > 0 && (
            <CheckGroup
              at="/choices"
              label={t.keep}
              hint={t.keepHint}
              options={loose.map((each) => ({
                value: each.id,
                text: each.kind === 'note' ? t.noteOf(each.title) : t.recordNo(each.recordNo ?? 0, each.title),
              }))}
              chosen={values.kept}
              onChosen={(kept) => set('kept', kept)}
            />
          )}
          <TextArea
            at="/reason"
            label={t.closeReason}
            hint={t.closeReasonHint}
            optional={!needsReason}
            maxLength={1000}
            rows={3}
            value={values.reason}
            onValue={(value) => set('reason', value)}
          />
        </>
      )}
    </ActDialog>
  );
}
