// SPDX-License-Identifier: EUPL-1.2
import type { CaseAct, CaseFile } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { texts } from '../texts';

/** What carries a case forward, the weightiest first. */
const FORWARD: readonly CaseAct[] = ['dispatch', 'decide', 'end_wait', 'start', 'assign', 'propose', 'close', 'start_wait', 'add_note'];

/** The one act to stand out: what carries the case forward from where it is. A case with an officer is not assigned anew by default. */
export function firstAct(file: CaseFile): CaseAct | undefined {
  const possible = new Set(file.acts.filter((each) => each.possible).map((each) => each.act));
  if (file.officer) possible.delete('assign');
  if (file.state === 'in_progress') possible.delete('close');
  return FORWARD.find((act) => possible.has(act));
}

/** All one may do, in the order of the law; what cannot be done now says why. */
export function Actions({ file, onAct }: { file: CaseFile; onAct: (act: CaseAct) => void }) {
  const t = useTexts(texts);
  const possible = file.acts.filter((each) => each.possible);
  const hindered = file.acts.filter((each) => !each.possible);
  return (
    <section className="donext noprint" aria-labelledby="do-next">
      <h2 id="do-next">{t.doNext}</h2>
      {file.acts.length === 0 && <p className="muted">{t.nothingToDo}</p>}
      <div className="actbar">
        {possible.map(({ act }) => (
          <Button key={act} onClick={() => onAct(act)}>
            {t.acts[act]}
          </Button>
        ))}
      </div>
      {hindered.length > 0 && (
        <ul className="notnow" aria-label={t.notNow}>
          {hindered.map(({ act, reason }) => (
            <li key={act}>
              <b>{t.acts[act]}:</b> <LocalizedText text={reason} />
            </li>
          ))}
        </ul>
      )}
      {possible.length > 1 && <p className="small muted donext__order">{t.lawOrder}</p>}
    </section>
  );
}
