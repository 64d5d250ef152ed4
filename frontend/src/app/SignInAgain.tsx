// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { meQuery, onSignedOut, useMe } from '@/api';
import { SignInForm } from '@/features/access';
import { useTexts } from '@/shared/i18n/texts';
import { Dialog } from '@/shared/ui';
import { texts } from './texts';

/** When the session ends under one's hands: sign in on top of the page, and nothing typed is lost. */
export function SignInAgain() {
  const t = useTexts(texts);
  const me = useMe();
  const queryClient = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    onSignedOut(() => setEnded(true));
    return () => onSignedOut(() => {});
  }, []);
  if (!ended) return null;
  const onDone = async () => {
    const now = await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    // Another person's page must not stay in sight.
    if (now.user.id !== me.user.id) location.assign('/');
    setEnded(false);
    await queryClient.invalidateQueries();
  };
  return (
    <Dialog title={t.signInAgain} onClose={() => location.assign('/login')}>
      <p className="measure">{t.signInAgainWhat}</p>
      <SignInForm onDone={onDone} />
    </Dialog>
  );
}
