// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { confirmFileRelease, proposeFileRelease, type RecordFile, refuseFileRelease, withdrawFileRelease } from '@/api';
import { FormDialog, TextArea } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify } from '@/shared/ui';
import { recordTexts } from './texts';

type Props = { caseId: string; recordId: string; of: RecordFile; mayEdit: boolean; onChanged: () => Promise<void> };
type Step = 'propose' | 'confirm' | 'refuse' | 'withdraw';

const LEAST = 3;

/** Where the release of a file from quarantine stands, and the step the reader may take: by two persons. */
export function FileReleaseLine({ caseId, recordId, of, mayEdit, onChanged }: Props) {
  const t = useTexts(recordTexts);
  const { moment } = useFormats();
  const [step, setStep] = useState<Step>();
  const path = { caseId, recordId, fileId: of.id };
  const { release } = of;
  const waits = release?.state === 'proposed';
  const close = () => setStep(undefined);
  const steps: Step[] = [
    ...(of.releasable ? (['propose'] as const) : []),
    ...(waits && release.mayConfirm ? (['confirm', 'refuse'] as const) : []),
    ...(waits && mayEdit ? (['withdraw'] as const) : []),
  ];
  const send = {
    propose: (reason: string) => proposeFileRelease({ path, body: { reason } }),
    confirm: () => confirmFileRelease({ path }),
    refuse: (reason: string) => refuseFileRelease({ path, body: { reason } }),
    withdraw: () => withdrawFileRelease({ path }),
  };
  const asks = step === 'propose' || step === 'refuse';
  return (
    <>
      {release && (
        <span className="muted recordfiles__said">
          {t.release.proposed(release.proposedBy.displayName, moment(release.proposedAt), release.reason)}{' '}
          {waits
            ? t.release.waits
            : release.settledBy &&
              release.settledAt &&
              t.release.settled[release.state](release.settledBy.displayName, moment(release.settledAt), release.settledReason)}
        </span>
      )}
      {steps.length > 0 && (
        <span className="row noprint">
          {steps.map((each) => (
            <Button key={each} small {...(each === 'confirm' ? { look: 'primary' as const } : {})} onClick={() => setStep(each)}>
              {t.release.steps[each]}
              <span className="vh"> {of.fileName}</span>
            </Button>
          ))}
        </span>
      )}
      {step && (
        <FormDialog
          title={t.release.titles[step]}
          submit={t.release.steps[step]}
          initial={{ reason: '' }}
          check={({ reason }) => (asks && reason.trim().length < LEAST ? [{ pointer: '/reason', message: t.giveReason }] : [])}
          send={async ({ reason }) => {
            await send[step](reason.trim());
            notify(t.release.done[step]);
            await onChanged();
          }}
          onClose={close}
        >
          {({ values, set }) => (
            <>
              <p>{t.release.what[step]}</p>
              {asks && (
                <TextArea
                  at="/reason"
                  label={t.reason}
                  maxLength={1000}
                  rows={3}
                  value={values.reason}
                  onValue={(value) => set('reason', value)}
                />
              )}
            </>
          )}
        </FormDialog>
      )}
    </>
  );
}
