// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTexts } from '@/shared/i18n/texts';
import { Bare } from './Bare';
import { SignInForm } from './SignInForm';
import { texts } from './texts';

const route = getRouteApi('/login');

/** Signing in, and on to where one was going. */
export function LoginPage() {
  const t = useTexts(texts);
  const router = useRouter();
  const queryClient = useQueryClient();
  const { to } = route.useSearch();
  return (
    <Bare title={t.signIn}>
      <SignInForm
        onDone={async () => {
          queryClient.clear();
          router.history.push(to ?? '/');
        }}
      />
    </Bare>
  );
}
