// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import type { GroupLink, GroupProgress } from '@/api';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { QrCode } from '@/shared/QrCode';
import { announce, Button } from '@/shared/ui';
import { GroupIcon } from '../scorecard/GroupShape';
import { words as catalogue } from '../words';
import { texts } from './texts';

type Props = { links: readonly GroupLink[]; groups: readonly GroupProgress[]; onSaved: () => void };

/** A code in fours, as it is easiest to read and type. */
export const inFours = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ');

/** The ways in that groups share: shown once, with what is needed to pass them on. */
export function GroupLinks({ links, groups, onSaved }: Props) {
  const t = useTexts(texts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="section onceshown" aria-labelledby="links">
      <div className="sechead">
        <h2 id="links" tabIndex={-1} ref={heading}>
          {t.linksTitle}
        </h2>
        <span className="actbar noprint">
          <Button small onClick={() => print()}>
            {t.printLinks}
          </Button>
          <Button small onClick={onSaved}>
            {t.linksSaved}
          </Button>
        </span>
      </div>
      <p className="note note--warn noprint">{t.linksWhat}</p>
      <div className="links">
        {links.map((link) => (
          <Link key={link.group} link={link} name={groups.find((one) => one.group === link.group)?.name} />
        ))}
      </div>
    </section>
  );
}

function Link({ link, name }: { link: GroupLink; name: Record<string, string> | undefined }) {
  const t = useTexts(texts);
  const words = useTexts(catalogue);
  const pick = usePick();
  const address = new URL(link.path, location.origin).href;
  const group = pick(name) || words.group(link.group);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      announce(t.copied(group));
    } catch {
      announce(t.copyFailed);
    }
  };
  return (
    <div className="link">
      <h3>
        <GroupIcon group={link.group} /> {group}
      </h3>
      <QrCode className="qr" border={4} text={address} label={t.qr(group)} />
      <code>{address}</code>
      <p className="small">
        {t.orCode(`${location.host}/survey`)}
        <br />
        <span className="link__code">{inFours(link.code)}</span>
      </p>
      <Button small className="noprint" onClick={() => void copy()}>
        {t.copy}
        <span className="vh">: {group}</span>
      </Button>
    </div>
  );
}
