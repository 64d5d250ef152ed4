// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { Localized } from '@/shared/i18n/language';
import { classesQuery } from './queries';

/** Names of event classes by their codes; a code by itself until the names have come. */
export function useClassNames(): (code: string) => Localized {
  const { data } = useQuery(classesQuery);
  return (code) => data?.find((one) => one.code === code)?.name ?? { sv: code };
}
