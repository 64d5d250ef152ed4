// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { assignCase } from '@/api';
import { listCaseOfficersOptions, listUnitsOptions, suggestOfficersOptions } from '@/api/queries';
import { SelectField, TextArea } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { texts as common } from '../../texts';
import { Suggestion } from '../../work/Suggestion';
import { ActDialog, type ActProps } from './ActDialog';
import { texts } from './texts';

type Wanted = { unitId: string; officerId: string; reason: string };

/** Whether the case goes from somebody, or from its unit: then a reason is asked for. */
const changesHands = (file: ActProps['file'], unitId: string, officerId: string) =>
  file.unitId !== unitId || (file.officer !== undefined && file.officer.id !== officerId);

/** Gives the case to an officer: in its own unit the best suggestion is filled in, elsewhere each officer's load stands beside the name. */
export function AssignDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const pick = usePick();
  const { data: units } = useQuery(listUnitsOptions());
  const { data: officers } = useQuery(listCaseOfficersOptions());
  const { data: suggested } = useQuery(suggestOfficersOptions({ path: { caseId: file.id } }));
  const best = suggested?.items.find((each) => !each.absentUntil)?.user.id ?? '';
  const officerOf = ({ unitId, officerId }: Wanted) => officerId || (unitId === file.unitId ? best : '');
  const names = new Map(officers?.items.map((officer) => [officer.user.id, officer.user.displayName]));
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.assign}
      initial={{ unitId: file.unitId, officerId: '', reason: '' }}
      check={(values) => [
        ...(officerOf(values) ? [] : [{ pointer: '/officerId', message: t.giveOfficer }]),
        ...(changesHands(file, values.unitId, officerOf(values)) && !values.reason.trim()
          ? [{ pointer: '/reason', message: t.giveReason }]
          : []),
      ]}
      act={(values, headers) =>
        assignCase({
          path: { caseId: file.id },
          headers,
          body: { unitId: values.unitId, officerId: officerOf(values), reason: values.reason.trim() || undefined },
        })
      }
      done={(values) => t.assigned(names.get(officerOf(values)) ?? '')}
    >
      {({ values, set }) => (
        <>
          <SelectField
            at="/unitId"
            label={t.unit}
            options={(units?.items ?? []).map((unit) => ({ value: unit.id, text: pick(unit.name) }))}
            value={values.unitId}
            onValue={(value) => set('unitId', value)}
          />
          {values.unitId === file.unitId ? (
            <Suggestion caseId={file.id} value={officerOf(values)} onValue={(value) => set('officerId', value)} />
          ) : (
            <SelectField
              at="/officerId"
              label={t.officer}
              empty={t.chooseOfficer}
              options={(officers?.items ?? []).map((officer) => ({
                value: officer.user.id,
                text: t.officerLoad(officer.user.displayName, officer.openCases),
              }))}
              value={values.officerId}
              onValue={(value) => set('officerId', value)}
            />
          )}
          <TextArea
            at="/reason"
            label={t.reason}
            hint={t.reasonHintReassign}
            optional={!changesHands(file, values.unitId, officerOf(values))}
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

/** Gives the case back to the queue of its unit. */
export function ReturnToUnitDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.return_to_unit}
      initial={{ reason: '' }}
      check={({ reason }) => (reason.trim() ? [] : [{ pointer: '/reason', message: t.giveReason }])}
      act={({ reason }, headers) =>
        assignCase({ path: { caseId: file.id }, headers, body: { unitId: file.unitId, reason: reason.trim() } })
      }
      done={() => t.returned}
    >
      {({ values, set }) => (
        <TextArea at="/reason" label={t.reason} maxLength={1000} rows={3} value={values.reason} onValue={(value) => set('reason', value)} />
      )}
    </ActDialog>
  );
}
